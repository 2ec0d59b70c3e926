package org.clausebot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clausebot.school.School;

/** A scripted conversation: replays it and holds it to what it expects. Its form: conversations/transcripts/README.md. */
final class Transcript {
    private final Flow flow;
    private final String name;
    private final List<String> lines;
    private final Coverage coverage;
    private final Optional<School> school;
    private Context context;
    private Turn turn;

    Transcript(Flow flow, String name, List<String> lines, Coverage coverage, Optional<School> school) {
        this.flow = flow;
        this.name = name;
        this.lines = lines;
        this.coverage = coverage;
        this.school = school;
        this.context = new Context(Instant.parse("2026-11-22T09:30:00Z"), ZoneId.of("Europe/London"), school);
        this.turn = FlowEngine.begin(flow, "transcript", context);
    }

    static Transcript read(Flow flow, Path file, Coverage coverage) throws IOException {
        return new Transcript(
                flow, file.toString(), Files.readAllLines(file), coverage, Optional.of(TestSchool.SCHOOL));
    }

    void replay() {
        boolean begun = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String at = name + ":" + (i + 1) + ": ";
            if (line.startsWith("@")) {
                clock(line.substring(1).strip());
                if (!begun) {
                    turn = FlowEngine.begin(flow, "transcript", context);
                }
                continue;
            }
            if (!begun) {
                begun = true;
                coverage.saw(flow, turn, "", context);
            }
            String rest = line.substring(1).strip();
            switch (line.charAt(0)) {
                case '>' -> type(rest, at);
                case '<' ->
                    assertThat(words(turn).toLowerCase(Locale.UK))
                            .as(at + "expected words")
                            .contains(rest.toLowerCase(Locale.UK));
                case '=' ->
                    assertThat(place(turn))
                            .as(at + "where it is; it says: " + words(turn))
                            .isEqualTo(rest);
                case '~' -> answer(rest, at);
                case '!' -> restart();
                case '?' ->
                    assertThat(kind(turn))
                            .as(at + "what it was; it says: " + words(turn))
                            .isEqualTo(rest);
                default -> throw new AssertionError(at + "a line begins with > < = ~ ! ? @ or #");
            }
        }
    }

    private void type(String message, String at) {
        boolean over = turn instanceof Turn.Finished || turn instanceof Turn.Cancelled;
        assertThat(over)
                .as(at + "the conversation is over, nothing more can be typed")
                .isFalse();
        Turn next = FlowEngine.advance(flow, turn.conversation(), message, context);
        assertThat(FlowEngine.advance(flow, turn.conversation(), message, context))
                .isEqualTo(next);
        turn = next;
        coverage.saw(flow, turn, message, context);
    }

    private void clock(String words) {
        List<String> parts = List.of(words.split(" ", -1));
        ZoneId zone = ZoneId.of(parts.size() > 1 ? parts.get(1) : "Europe/London");
        context = new Context(LocalDateTime.parse(parts.getFirst()).atZone(zone).toInstant(), zone, school);
    }

    private void restart() {
        Conversation again = reread(turn.conversation());
        assertThat(again).isEqualTo(turn.conversation());
        turn = FlowEngine.resume(flow, again, context);
        coverage.restarted(flow);
    }

    /** Through plain words and numbers only, as a store would keep it. */
    private static Conversation reread(Conversation c) {
        Map<String, Given> answers = new LinkedHashMap<>();
        c.answers().forEach((k, v) -> answers.put(k, new Given(v.value(), v.shown())));
        return new Conversation(
                c.id(),
                c.flow(),
                c.flowVersion(),
                c.at(),
                answers,
                new ArrayList<>(c.trail()),
                c.returnTo(),
                c.misreads(),
                Instant.parse(c.startedAt().toString()),
                Instant.parse(c.touchedAt().toString()));
    }

    private void answer(String rest, String at) {
        Map<String, Given> answers = turn.conversation().answers();
        if (rest.endsWith(" -")) {
            Given given = answers.get(rest.substring(0, rest.length() - 2));
            assertThat(given == null ? "" : given.value()).as(at + "no answer").isEmpty();
            return;
        }
        int colon = rest.indexOf(':');
        Given given = answers.get(rest.substring(0, colon));
        assertThat(given == null ? "(none)" : given.value())
                .as(at + "the answer kept; it says: " + words(turn))
                .isEqualTo(rest.substring(colon + 1).strip());
    }

    private static String place(Turn turn) {
        return switch (turn) {
            case Turn.Finished finished -> finished.send() ? "finished" : "ended";
            case Turn.Cancelled cancelled -> "cancelled";
            case Turn.Paused paused -> "paused";
            case Turn.Prompt prompt -> prompt.conversation().at();
            case Turn.Misread misread -> misread.conversation().at();
            case Turn.Aside aside -> aside.conversation().at();
        };
    }

    private static String kind(Turn turn) {
        return switch (turn) {
            case Turn.Misread misread -> "misread";
            case Turn.Aside aside ->
                switch (aside.kind()) {
                    case WHO_SEES -> "who";
                    case WHY -> "why";
                    case HELP -> "help";
                    case CAN_DO -> "can-do";
                    case REALLY -> "really";
                    case NOTE -> "note";
                };
            case Turn.Prompt prompt -> "prompt";
            case Turn.Finished finished -> "finished";
            case Turn.Cancelled cancelled -> "cancelled";
            case Turn.Paused paused -> "paused";
        };
    }

    private static String words(Turn turn) {
        return switch (turn) {
            case Turn.Prompt p -> words(p);
            case Turn.Misread m -> m.words() + "\n" + words(m.again());
            case Turn.Aside a -> a.words() + "\n" + words(a.again());
            case Turn.Finished f -> said(f.said()) + f.after() + "\n" + f.ring();
            case Turn.Cancelled c -> "";
            case Turn.Paused p -> "";
        };
    }

    private static String words(Turn.Prompt p) {
        StringBuilder words = new StringBuilder(said(p.said()));
        words.append(p.note())
                .append('\n')
                .append(p.question())
                .append('\n')
                .append(p.ring())
                .append('\n');
        p.choices().forEach(choice -> words.append(choice.label()).append('\n'));
        p.summary()
                .ifPresent(s -> s.lines()
                        .forEach(l -> words.append(l.number())
                                .append(". ")
                                .append(l.question())
                                .append(' ')
                                .append(l.shown())
                                .append('\n')));
        return words.toString();
    }

    private static String said(List<Turn.Said> said) {
        StringBuilder words = new StringBuilder();
        said.forEach(s ->
                words.append(s.step().words()).append('\n').append(s.ring()).append('\n'));
        return words.toString();
    }
}
