package org.clausebot.chat.slack.block;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.List;
import org.clausebot.chat.Pieces;
import org.clausebot.chat.read.Card;
import org.clausebot.chat.talk.ButtonValue;

/** What somebody is asked to read, as messages. */
public final class ReadBlocks {
    private ReadBlocks() {}

    public static List<SlackMessage> of(Card card, SlackWords words) {
        Sheet sheet = new Sheet(words);
        for (Card.Line line : card.lines()) {
            switch (line) {
                case Card.Line.Title(String text) -> sheet.add(Kit.title(text));
                case Card.Line.Words(String text) -> sheet.add(Kit.says(text));
                case Card.Line.Quoted(String label, String text) -> sheet.together(quoted(label, text));
            }
        }
        if (!card.buttons().isEmpty()) {
            List<BlockElement> row = new ArrayList<>();
            card.buttons().forEach(button -> row.add(button(sheet, button)));
            sheet.add(List.of(ActionsBlock.builder().elements(row).build()));
        }
        return sheet.messages(card.notice());
    }

    private static List<LayoutBlock> quoted(String label, String text) {
        List<LayoutBlock> blocks = new ArrayList<>(Kit.says(label));
        Pieces.of(text, Limits.SECTION)
                .forEach(piece -> blocks.add(Kit.rich(List.of(Kit.quote(List.of(Kit.text(piece, false)))))));
        return blocks;
    }

    private static ButtonElement button(Sheet sheet, Card.Button button) {
        return switch (button) {
            case Card.Button.Open open ->
                ButtonElement.builder()
                        .text(Kit.plain(open.label()))
                        .actionId(new ButtonValue.Opened().actionId(sheet.next()))
                        .value(new ButtonValue.Opened().value())
                        .url(open.page().toString())
                        .build();
            case Card.Button.Do act ->
                ButtonElement.builder()
                        .text(Kit.plain(act.label()))
                        .actionId(act.press().kind() + ":" + sheet.next())
                        .value(act.press().value())
                        .style(act.strong() ? "primary" : null)
                        .build();
        };
    }
}
