package org.clausebot.chat.slack.block;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Asking.Input;
import org.clausebot.flow.Turn;
import org.clausebot.incident.Reporting;

/** A step of every kind. */
public final class StepSamples {
    private static final List<Turn.Choice> YES_NO = List.of(new Turn.Choice("yes", "Yes"), new Turn.Choice("no", "No"));

    private StepSamples() {}

    public static Asking.Field field(Input input, List<Turn.Choice> choices, boolean several) {
        return new Asking.Field(
                "What did the pupil write or say?", List.of(), input, choices, several, true, true, true);
    }

    public static Asking of(Input input, List<Turn.Choice> choices) {
        return SlackSamples.asking(field(input, choices, false), List.of());
    }

    public static Asking step(String name) {
        return Objects.requireNonNull(all().get(name));
    }

    public static Map<String, Asking> all() {
        Map<String, Asking> all = new LinkedHashMap<>();
        for (Input input : Input.values()) {
            String name = input.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            all.put(name, one(input));
        }
        List<Turn.Choice> roles = List.of(
                new Turn.Choice("headteacher", "The headteacher"),
                new Turn.Choice("safeguarding-lead", "The safeguarding lead"),
                new Turn.Choice("no", "No, none of them"));
        all.put("several", SlackSamples.asking(field(Input.CHOICES, roles, true), List.of()));
        all.put(
                "long-labels",
                of(
                        Input.CHOICES,
                        List.of(
                                new Turn.Choice("short", "In a game"),
                                new Turn.Choice(
                                        "long",
                                        "In another way that takes a good many words to tell apart from all the others"))));
        all.put("confirm-many", SlackSamples.asking(field(Input.CONFIRM, YES_NO, false), lines(7)));
        all.put("noted", noted());
        return all;
    }

    private static Asking one(Input input) {
        return switch (input) {
            case LINE, LONG, DAY, DAY_AND_TIME, PERSON, NUMBER, WEB_ADDRESS -> of(input, List.of());
            case CHOICES -> of(input, YES_NO);
            case SURE, SEND -> of(input, YES_NO);
            case CONFIRM -> SlackSamples.asking(field(input, YES_NO, false), lines(3));
            case FILES -> files();
        };
    }

    public static List<Turn.Line> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i ->
                        new Turn.Line(i, "step" + i, "Question number " + i + "?", "Answer\n" + SlackSamples.HOSTILE))
                .toList();
    }

    private static Asking files() {
        Asking step = of(Input.FILES, List.of());
        return new Asking(
                step.title(),
                step.token(),
                List.of(),
                List.of(),
                step.field(),
                List.of(),
                Optional.empty(),
                List.of(new Reporting.Evidence("f1", "files", "screen <1>.png", "image/png", 20_000, "00")),
                "");
    }

    /** With all that may stand around a question. */
    private static Asking noted() {
        Asking step = of(Input.LINE, List.of());
        Reporting.Addressees seen = new Reporting.Addressees(
                List.of("Amina Khan, the safeguarding lead"),
                List.of("Police: 101"),
                List.of("Jane Smith, the headteacher"));
        return new Asking(
                step.title(),
                step.token(),
                List.of(new Asking.Said(
                        "If the child is in danger, call 999.",
                        List.of("Police: 101"),
                        List.of(SlackSamples.quote(SlackSamples.given(), "2.4.6")))),
                List.of("I took what you typed as a question. If it was your answer, say so."),
                step.field(),
                List.of(),
                Optional.of(seen),
                List.of(),
                "words that only the person may see");
    }
}
