package org.clausebot.chat.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.CheckboxesElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.chat.slack.block.SlackMessage;
import org.clausebot.chat.talk.ButtonValue;

/** Finds the buttons of a message. */
final class Buttons {
    private Buttons() {}

    /** Those that share an answer. */
    static List<ButtonValue.Share> shares(SlackMessage message) {
        return all(message)
                .flatMap(button -> ButtonValue.read(button.getActionId(), button.getValue()).stream())
                .filter(ButtonValue.Share.class::isInstance)
                .map(ButtonValue.Share.class::cast)
                .toList();
    }

    /** What stands on the button that was pressed; empty where the control is no button with words of its own. */
    static Optional<String> label(SlackMessage message, String action) {
        return all(message)
                .filter(button -> button.getActionId().equals(action) && button.getText() != null)
                .filter(button -> message.blocks().stream().noneMatch(block -> isBeside(block, action)))
                .map(button -> button.getText().getText())
                .findFirst();
    }

    /** What stands beside those of {@code ids} that can be ticked in the message, with commas between. */
    static String ticked(SlackMessage message, List<String> ids) {
        return message.blocks().stream()
                .flatMap(Buttons::elements)
                .filter(CheckboxesElement.class::isInstance)
                .flatMap(boxes -> ((CheckboxesElement) boxes).getOptions().stream())
                .filter(option -> ids.contains(option.getValue()))
                .map(option -> option.getText().getText())
                .collect(Collectors.joining(", "));
    }

    /** Beside words, the button says only that they are chosen. */
    private static boolean isBeside(LayoutBlock block, String action) {
        return block instanceof SectionBlock section
                && section.getAccessory() instanceof ButtonElement button
                && button.getActionId().equals(action);
    }

    private static Stream<ButtonElement> all(SlackMessage message) {
        return message.blocks().stream()
                .flatMap(Buttons::elements)
                .filter(ButtonElement.class::isInstance)
                .map(ButtonElement.class::cast)
                .filter(button -> button.getActionId() != null && button.getValue() != null);
    }

    private static Stream<? extends BlockElement> elements(LayoutBlock block) {
        return switch (block) {
            case ActionsBlock row -> row.getElements().stream();
            case SectionBlock section -> Stream.ofNullable(section.getAccessory());
            default -> Stream.empty();
        };
    }
}
