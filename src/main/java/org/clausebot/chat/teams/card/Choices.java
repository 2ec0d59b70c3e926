package org.clausebot.chat.teams.card;

import java.util.ArrayList;
import java.util.List;
import org.clausebot.chat.talk.Fields;
import org.clausebot.flow.Turn;

/**
 * Choices to tick or to pick from. Choices in cards read markdown: a label that may be markdown, or is long, stands above
 * with its number, and the choice is the number.
 */
record Choices(List<Turn.Choice> all, List<Turn.Choice> shown, TeamsWords words) {
    /** More choices than this are listed and their numbers typed. */
    private static final int MOST = 40;

    /** A longer label is a paragraph. */
    private static final int LONGEST = 200;

    static Choices of(List<Turn.Choice> all, List<Turn.Choice> shown, TeamsWords words) {
        return new Choices(List.copyOf(all), List.copyOf(shown), words);
    }

    /** Whether they can be ticked in one message: commas part what is ticked, so none may be in an id. */
    boolean fit() {
        return !shown.isEmpty()
                && shown.size() <= MOST
                && shown.stream().noneMatch(c -> c.id().contains(","))
                && CardJson.weight(ticks("", true, "")) <= Sheet.GROUP;
    }

    /** The labels that stand above. */
    List<Part> listed() {
        return lines(shown.stream().filter(c -> !fits(c)).toList());
    }

    /** All labels, with their numbers. */
    List<Part> everyone() {
        return lines(shown);
    }

    private List<Part> lines(List<Turn.Choice> choices) {
        List<String> lines = new ArrayList<>();
        choices.forEach(choice -> lines.add(number(choice) + ". " + choice.label()));
        return Kit.lines(lines);
    }

    Part ticks(String label, boolean several, String value) {
        List<Part.Choice> choices = shown.stream()
                .map(choice -> new Part.Choice(
                        fits(choice)
                                ? choice.label()
                                : words.say(TeamsPhrase.CHOICE_NUMBER, "number", Integer.toString(number(choice))),
                        choice.id()))
                .toList();
        return new Part.InputChoiceSet(Fields.TICKS + 1, label, choices, several, "expanded", value);
    }

    private static boolean fits(Turn.Choice choice) {
        return choice.label().length() <= LONGEST && Kit.isPlain(choice.label());
    }

    private int number(Turn.Choice choice) {
        return all.indexOf(choice) + 1;
    }
}
