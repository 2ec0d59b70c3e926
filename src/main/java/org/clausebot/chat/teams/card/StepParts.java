package org.clausebot.chat.teams.card;

import java.util.ArrayList;
import java.util.List;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.ReportWords;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Fields;
import org.clausebot.chat.talk.Press;
import org.clausebot.flow.Turn;
import org.clausebot.incident.Reporting.Evidence;

/**
 * How a step of a report is shown and answered. Any answer can be typed; what can be pressed or picked stands beside it.
 * Choices are buttons; where one is too long for a button, all stand in full with a button below each.
 */
final class StepParts {
    /** More answers than this are changed from a menu. */
    private static final int CHANGE_BUTTONS = 5;

    private final Phrases phrases;
    private final TeamsWords words;
    private final ReportWords reports;
    private final ReportParts cards;

    StepParts(Phrases phrases, TeamsWords words, ReportParts cards) {
        this.phrases = phrases;
        this.words = words;
        this.reports = new ReportWords(phrases);
        this.cards = cards;
    }

    void asking(Sheet sheet, Asking asking) {
        Asking.Field field = asking.field();
        cards.said(sheet, asking.said());
        sheet.add(Kit.lines(asking.notes()));
        if (asking.notes().contains(phrases.say(ReportPhrase.OPENING))) {
            sheet.add(Kit.says(words.say(TeamsPhrase.KEPT_BY_TEAMS)));
        }
        if (!asking.literal().isEmpty()) {
            sheet.add(sheet.presses(
                    List.of(new Press(phrases.say(ReportPhrase.WAS_ANSWER), new ButtonValue.Literal(asking.token())))));
        }
        cards.quotes(sheet, field.quotes());
        summary(sheet, asking.summary());
        asking.addressees().ifPresent(seen -> cards.addressees(sheet, seen));
        List<Part> last = new ArrayList<>(Kit.title(field.question()));
        last.addAll(answering(sheet, asking));
        if (!asking.summary().isEmpty()) {
            last.addAll(changing(sheet, asking));
        }
        last.addAll(sheet.presses(reports.asides(asking).stream()
                .map(a -> say(asking, a.label(), a.message()))
                .toList()));
        sheet.together(last);
    }

    private static Press say(Asking asking, String label, String message) {
        return new Press(label, new ButtonValue.Say(asking.token(), message));
    }

    /** A choice sends its label, as if it had been typed, or its id where the label is too long. */
    private static Press choice(Asking asking, Turn.Choice choice) {
        Press press = say(asking, choice.label(), choice.label());
        return press.works() ? press : say(asking, choice.label(), choice.id());
    }

    private void summary(Sheet sheet, List<Turn.Line> summary) {
        if (!summary.isEmpty()) {
            sheet.add(Kit.title(phrases.say(ReportPhrase.SUMMARY)));
        }
        for (Turn.Line line : summary) {
            List<Part> answer = new ArrayList<>(Kit.says(line.number() + ". " + line.question()));
            answer.addAll(Kit.wrote(line.shown()));
            sheet.together(answer);
        }
    }

    private List<Part> changing(Sheet sheet, Asking asking) {
        List<Turn.Line> lines = asking.summary();
        if (lines.size() <= CHANGE_BUTTONS) {
            return sheet.presses(lines.stream()
                    .map(line -> say(asking, change(line), ReportWords.CHANGE + line.number()))
                    .toList());
        }
        if (asking.field().several()) {
            // What is ticked and what is to be changed would come back as one.
            return Kit.says(phrases.say(ReportPhrase.CHANGE_TYPED));
        }
        List<Part.Choice> choices = lines.stream()
                .map(line -> {
                    String named = change(line) + ": " + line.question().strip();
                    String title = Kit.isPlain(named) ? named : change(line);
                    return new Part.Choice(title, ReportWords.CHANGE + line.number());
                })
                .toList();
        Part menu = new Part.InputChoiceSet(
                Fields.TICKS + 1, words.say(TeamsPhrase.CHANGE_WHICH), choices, false, "compact", "");
        return filled(sheet, List.of(menu), words.say(TeamsPhrase.USE_THIS), asking, Input.CHOICES);
    }

    private String change(Turn.Line line) {
        return words.say(TeamsPhrase.CHANGE, "number", Integer.toString(line.number()));
    }

    private List<Part> answering(Sheet sheet, Asking asking) {
        Input input = asking.field().input();
        if (input == Input.FILES) {
            return files(sheet, asking);
        }
        List<Part> parts = new ArrayList<>();
        if (asking.field().several()) {
            parts.addAll(several(sheet, asking));
        } else {
            parts.addAll(choices(sheet, asking, asking.field().choices()));
        }
        switch (input) {
            case DAY -> parts.addAll(picker(sheet, asking, false));
            case DAY_AND_TIME -> parts.addAll(picker(sheet, asking, true));
            case LONG ->
                parts.addAll(sheet.presses(List.of(new Press(
                        words.say(TeamsPhrase.WRITE_IN_WINDOW), new ButtonValue.OpenWindow(asking.token())))));
            case LINE, PERSON, NUMBER, WEB_ADDRESS, FILES, CHOICES, SURE, CONFIRM, SEND -> {}
        }
        if (own(input)) {
            parts.addAll(Kit.says(words.say(TeamsPhrase.TYPE_HERE)));
        }
        return parts;
    }

    private static boolean own(Input input) {
        return switch (input) {
            case LINE, LONG, PERSON, DAY, DAY_AND_TIME, NUMBER, WEB_ADDRESS -> true;
            case FILES, CHOICES, SURE, CONFIRM, SEND -> false;
        };
    }

    private List<Part> choices(Sheet sheet, Asking asking, List<Turn.Choice> choices) {
        Input input = asking.field().input();
        boolean strong = input == Input.CONFIRM || input == Input.SEND;
        List<Press> presses = new ArrayList<>();
        for (Turn.Choice choice : choices) {
            Press press = choice(asking, choice);
            presses.add(strong && presses.isEmpty() ? press.strongly() : press);
        }
        return sheet.presses(presses);
    }

    private List<Part> several(Sheet sheet, Asking asking) {
        List<Turn.Choice> all = asking.field().choices();
        List<Turn.Choice> alone =
                all.stream().filter(c -> Asking.Field.ALONE.contains(c.id())).toList();
        List<Turn.Choice> ticked = all.stream().filter(c -> !alone.contains(c)).toList();
        List<Part> parts = new ArrayList<>(choices(sheet, asking, alone));
        Choices choices = Choices.of(all, ticked, words);
        if (!choices.fit()) {
            parts.addAll(choices.everyone());
            parts.addAll(Kit.says(phrases.say(ReportPhrase.SEVERAL)));
            parts.addAll(Kit.says(words.say(TeamsPhrase.TYPE_HERE)));
            return parts;
        }
        parts.addAll(choices.listed());
        Part ticks = choices.ticks(phrases.say(ReportPhrase.SEVERAL), true, "");
        parts.addAll(filled(sheet, List.of(ticks), phrases.say(ReportPhrase.ANSWER), asking, Input.CHOICES));
        return parts;
    }

    private List<Part> picker(Sheet sheet, Asking asking, boolean time) {
        List<Part> fields = new ArrayList<>();
        fields.add(new Part.InputDate(Fields.DAY, phrases.say(ReportPhrase.DAY), ""));
        if (time) {
            fields.add(new Part.InputTime(Fields.TIME, phrases.say(ReportPhrase.TIME), ""));
        }
        return filled(
                sheet,
                fields,
                words.say(TeamsPhrase.USE_THIS),
                asking,
                asking.field().input());
    }

    /** Fields and the button that takes what is in them: in one box, so that they are never parted. */
    private static List<Part> filled(Sheet sheet, List<Part> fields, String label, Asking asking, Input input) {
        List<Part> parts = new ArrayList<>(fields);
        parts.addAll(sheet.presses(List.of(new Press(label, new ButtonValue.Fill(asking.token(), input)))));
        return List.of(new Part.Container(parts, "", ""));
    }

    private List<Part> files(Sheet sheet, Asking asking) {
        List<Part> parts = new ArrayList<>();
        List<String> names = asking.attached().stream().map(Evidence::name).toList();
        if (!names.isEmpty()) {
            parts.addAll(Kit.says(phrases.say(ReportPhrase.FILES)));
            parts.addAll(Kit.wrote(String.join("\n", names)));
        }
        parts.addAll(Kit.says(phrases.say(ReportPhrase.FILES_ELSEWHERE)));
        String message = names.isEmpty() ? ReportWords.NO_FILES : ReportWords.FILES_ADDED;
        parts.addAll(sheet.presses(List.of(
                say(asking, phrases.say(ReportPhrase.FILES_DONE), message).strongly())));
        return parts;
    }
}
