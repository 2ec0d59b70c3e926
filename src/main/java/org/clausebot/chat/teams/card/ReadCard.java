package org.clausebot.chat.teams.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clausebot.chat.read.Card;
import org.clausebot.chat.read.ReadPress;

/** What somebody is asked to read, as messages. */
public final class ReadCard {
    private ReadCard() {}

    public static List<TeamsMessage> of(Card card, TeamsWords words) {
        Sheet sheet = new Sheet(words);
        for (Card.Line line : card.lines()) {
            switch (line) {
                case Card.Line.Title(String text) -> sheet.add(Kit.title(text));
                case Card.Line.Words(String text) -> sheet.add(Kit.says(text));
                case Card.Line.Quoted(String label, String text) -> sheet.together(quoted(label, text));
            }
        }
        List<Act> row = new ArrayList<>();
        card.buttons().forEach(button -> row.add(act(button)));
        if (!row.isEmpty()) {
            sheet.add(List.of(new Part.ActionSet(row)));
        }
        return sheet.messages(card.notice());
    }

    private static List<Part> quoted(String label, String text) {
        List<Part> parts = new ArrayList<>(label.isEmpty() ? List.of() : Kit.says(label));
        parts.addAll(Kit.wrote(text));
        return parts;
    }

    private static Act act(Card.Button button) {
        return switch (button) {
            case Card.Button.Open open -> new Act.OpenUrl(open.label(), open.page().toString(), "");
            case Card.Button.Do act -> {
                ReadPress press = act.press();
                String style = act.strong() ? "positive" : "";
                Map<String, Object> carried = Map.of(Act.VERB, press.kind(), Act.VALUE, press.value());
                yield new Act.Execute(
                        act.label(),
                        press.kind(),
                        Map.of(Act.VALUE, press.value()),
                        style,
                        "",
                        "none",
                        new Act.Submit(act.label(), carried, style, "", "none"));
            }
        };
    }
}
