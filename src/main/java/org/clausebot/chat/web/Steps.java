package org.clausebot.chat.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.ReportWords;
import org.clausebot.chat.web.view.Part;
import org.clausebot.flow.Turn;
import org.clausebot.incident.Reporting.Evidence;

/** How a step of a report is shown and answered. */
final class Steps {
    /** An answer of more than this is shown in part, until the rest is wanted. */
    private static final int SHORT = 140;

    private final Phrases phrases;
    private final Cards cards;
    private final ReportWords words;

    Steps(Phrases phrases, Cards cards) {
        this.phrases = phrases;
        this.cards = cards;
        this.words = new ReportWords(phrases);
    }

    private String say(ReportPhrase phrase) {
        return phrases.say(phrase);
    }

    String pressed(String message) {
        return words.pressed(message);
    }

    List<Part> parts(Asking asking, String csrf, String id) {
        Part.Form form = new Part.Form(csrf, asking.token());
        List<Part> parts = new ArrayList<>(cards.said(asking.said(), id));
        if (!asking.notes().isEmpty()) {
            parts.add(Cards.lines("note", asking.notes()));
        }
        if (!asking.literal().isEmpty()) {
            parts.add(new Part.Buttons(
                    "choices",
                    form,
                    "",
                    List.of(new Part.Button(say(ReportPhrase.WAS_ANSWER), asking.literal(), false))));
        }
        parts.add(new Part.Heading(asking.field().question(), true));
        parts.addAll(Cards.quotes(asking.field().quotes(), id + "-q"));
        summary(parts, asking, form);
        asking.addressees().ifPresent(seen -> parts.addAll(cards.addressees(seen)));
        answering(parts, asking, form, id);
        List<ReportWords.Action> asides = words.asides(asking);
        if (!asides.isEmpty()) {
            parts.add(new Part.Buttons(
                    "quiet",
                    form,
                    say(ReportPhrase.HELP),
                    asides.stream()
                            .map(a -> new Part.Button(a.label(), a.message(), false))
                            .toList()));
        }
        return parts;
    }

    private void summary(List<Part> parts, Asking asking, Part.Form form) {
        if (!asking.summary().isEmpty()) {
            parts.add(new Part.Summary(
                    form,
                    say(ReportPhrase.SUMMARY),
                    say(ReportPhrase.CHANGE),
                    say(ReportPhrase.SHOW_ALL),
                    asking.summary().stream()
                            .map(line -> new Part.Row(
                                    line.question(),
                                    line.shown(),
                                    ReportWords.CHANGE + line.number(),
                                    isLong(line.shown())))
                            .toList()));
        }
    }

    private static boolean isLong(String shown) {
        return shown.length() > SHORT || shown.lines().count() > 3;
    }

    private void answering(List<Part> parts, Asking asking, Part.Form form, String id) {
        Asking.Field field = asking.field();
        if (field.input() == Input.FILES) {
            parts.add(files(asking, form, id));
            // Whoever reads the report must not look for files that there never were.
            String message = asking.attached().isEmpty() ? ReportWords.NO_FILES : ReportWords.FILES_ADDED;
            parts.add(new Part.Buttons(
                    "choices", form, "", List.of(new Part.Button(say(ReportPhrase.FILES_DONE), message, true))));
            return;
        }
        List<Turn.Choice> alone = field.choices().stream()
                .filter(c -> !field.several() || Asking.Field.ALONE.contains(c.id()))
                .toList();
        if (!alone.isEmpty()) {
            boolean strong = field.input() == Input.CONFIRM || field.input() == Input.SEND;
            parts.add(new Part.Buttons(
                    "choices",
                    form,
                    field.question(),
                    alone.stream()
                            .map(c -> new Part.Button(c.label(), c.label(), strong && c.equals(alone.getFirst())))
                            .toList()));
        }
        if (field.several()) {
            parts.add(new Part.Ticks(
                    form,
                    say(ReportPhrase.SEVERAL),
                    say(ReportPhrase.ANSWER),
                    field.choices().stream()
                            .filter(c -> !alone.contains(c))
                            .map(c -> new Part.Tick(c.id(), c.label()))
                            .toList()));
        }
        if (field.input() != Input.SURE) {
            parts.add(box(field, form, id));
        }
    }

    private Part.Box box(Asking.Field field, Part.Form form, String id) {
        boolean first = field.choices().isEmpty() || own(field.input());
        return new Part.Box(
                form,
                "answer-to-" + id,
                first ? say(ReportPhrase.YOUR_ANSWER) : say(ReportPhrase.OR_TYPE),
                kind(field.input()),
                say(ReportPhrase.DAY),
                say(ReportPhrase.TIME),
                say(ReportPhrase.ANSWER),
                first);
    }

    /** Whether it takes words of one's own, beside any choices. */
    private static boolean own(Input input) {
        return switch (input) {
            case LINE, LONG, PERSON, DAY, DAY_AND_TIME, NUMBER, WEB_ADDRESS -> true;
            case FILES, CHOICES, SURE, CONFIRM, SEND -> false;
        };
    }

    private static Part.Box.Kind kind(Input input) {
        return switch (input) {
            case LONG -> Part.Box.Kind.LONG;
            case DAY -> Part.Box.Kind.DAY;
            case DAY_AND_TIME -> Part.Box.Kind.DAY_AND_TIME;
            case NUMBER -> Part.Box.Kind.NUMBER;
            case WEB_ADDRESS -> Part.Box.Kind.WEB_ADDRESS;
            case LINE, PERSON, FILES, CHOICES, SURE, CONFIRM, SEND -> Part.Box.Kind.LINE;
        };
    }

    private Part.Files files(Asking asking, Part.Form form, String id) {
        return new Part.Files(
                form,
                "file-" + id,
                say(ReportPhrase.FILES),
                say(ReportPhrase.NO_FILES_YET),
                asking.attached().stream()
                        .map(f -> new Part.File(f.id(), f.name(), size(f)))
                        .toList(),
                say(ReportPhrase.REMOVE),
                phrases.say(ReportPhrase.FILES_HERE, "size", Integer.toString(ReportWords.LARGEST_FILE_MB)),
                say(ReportPhrase.ATTACH));
    }

    private static String size(Evidence file) {
        return file.bytes() < 1_000_000
                ? Math.max(1, file.bytes() / 1_000) + " kB"
                : String.format(Locale.UK, "%.1f MB", file.bytes() / 1e6);
    }
}
