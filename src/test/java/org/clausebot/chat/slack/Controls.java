package org.clausebot.chat.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.chat.slack.block.SlackMessage;
import org.clausebot.chat.talk.ButtonValue;

/** What can be pressed and ticked in a message, read from its blocks as Slack would show them. */
final class Controls {
    private Controls() {}

    /** A control and what it would send. */
    record Control(String label, String action, String value) {
        ButtonValue means() {
            return ButtonValue.read(action, value).orElseThrow();
        }
    }

    static List<Control> of(SlackMessage message) {
        List<Control> controls = new ArrayList<>();
        elements(message).forEach(element -> {
            switch (element) {
                case ButtonElement button ->
                    controls.add(new Control(button.getText().getText(), button.getActionId(), button.getValue()));
                case StaticSelectElement menu -> {
                    for (OptionObject option : menu.getOptions()) {
                        controls.add(new Control(option.getText().getText(), menu.getActionId(), option.getValue()));
                    }
                }
                default -> {}
            }
        });
        return controls;
    }

    /** What can be ticked: the ids, by the action id of their boxes. */
    static Map<String, List<String>> ticks(SlackMessage message) {
        return elements(message)
                .filter(CheckboxesElement.class::isInstance)
                .map(CheckboxesElement.class::cast)
                .collect(Collectors.toMap(
                        CheckboxesElement::getActionId,
                        boxes -> boxes.getOptions().stream()
                                .map(OptionObject::getValue)
                                .toList()));
    }

    private static Stream<? extends BlockElement> elements(SlackMessage message) {
        return message.blocks().stream().flatMap(Controls::elements);
    }

    private static Stream<? extends BlockElement> elements(LayoutBlock block) {
        return switch (block) {
            case ActionsBlock row -> row.getElements().stream();
            case SectionBlock section -> Stream.ofNullable(section.getAccessory());
            default -> Stream.empty();
        };
    }
}
