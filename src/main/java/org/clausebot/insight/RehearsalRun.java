package org.clausebot.insight;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.clausebot.insight.Rehearsal.Compared;
import org.clausebot.insight.Rehearsed.Ask;
import org.clausebot.insight.Rehearsed.Line;
import org.clausebot.insight.Rehearsed.Source;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.clausebot.policy.Sha256;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Period;
import org.clausebot.querylog.Slices;

/**
 * What questions a draft is rehearsed with: those that measure, in full; those of the log that the desk shows anyway, in
 * their redacted words; and all of the log's last block, of which nothing is told but numbers that are a little wrong. What
 * is shown and what is in no number does not depend on the draft, so that no draft can be made to find out a question.
 */
public final class RehearsalRun {
    private static final int HUNDRED = 100;

    private final Optional<Log> log;
    private final AskedAlike alike;

    /** The question log, and how often it is counted. */
    public record Log(LogRows rows, Slices slices, RehearsalTurns turns) {
        /**
         * For a trust also which schools it has: with another school the numbers have another error, or its questions would
         * be told by the difference.
         */
        private String key(Play play) {
            List<SchoolId> schools = slices.schools(play.school());
            return schools.size() < 2 ? play.key() : Sha256.hex(play.key() + " " + schools);
        }
    }

    /**
     * @param log empty where there is none, or it is to be left out
     * @param alike what the desk shows of it anyway
     */
    public RehearsalRun(Optional<Log> log, AskedAlike alike) {
        this.log = log;
        this.alike = alike;
    }

    /**
     * What is to be played.
     *
     * @param key stands for all that decides how questions are answered on both sides
     */
    public record Play(SchoolId school, Rehearsal rehearsal, Policy inForce, Policy draft, String key) {}

    /**
     * Plays it, which takes as long as the answers do.
     *
     * @param measuring questions whose words anybody may see
     * @param progress hears of hundredths
     * @throws java.util.concurrent.CancellationException when {@code progress} ended it
     */
    public Rehearsed play(Play play, List<String> measuring, Rehearsal.Progress progress) {
        List<Ask> asks = Stream.concat(
                        alike.groups(play.school()).stream()
                                .map(group -> new Ask(group.words(), Source.STAFF, group.about())),
                        measuring.stream().distinct().map(words -> new Ask(words, Source.MEASURING, 0)))
                .toList();
        Optional<Period> block =
                log.map(l -> l.slices().blocks()).filter(all -> !all.isEmpty()).map(List::getLast);
        Optional<Counted> counted = log.flatMap(kept -> block.filter(
                        period -> kept.turns().take(play.school(), period.first(), kept.key(play)))
                .map(period -> new Counted(kept, period)));
        Set<String> all = new LinkedHashSet<>();
        asks.forEach(ask -> all.add(ask.words()));
        counted.ifPresent(log -> all.addAll(log.words(play.school())));
        List<String> words = List.copyOf(all);
        List<Optional<Compared>> found = play.rehearsal().compare(words, inHundredths(progress));
        Map<String, Compared> byWords = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String asked = words.get(i);
            found.get(i).ifPresent(compared -> byWords.put(asked, compared));
        }
        return new Rehearsed(
                play.inForce().details(),
                play.draft().details(),
                lines(asks, byWords),
                counted.map(log -> log.numbers(play, byWords)).orElse(Map.of()),
                counted.isPresent() ? "" : notCounted(block),
                // Without the log's own: how many different questions there were is no number of the log's.
                asks.size());
    }

    /** How many questions there are in all tells how many different ones are in the log, to the last. */
    private static Rehearsal.Progress inHundredths(Rehearsal.Progress progress) {
        return new Rehearsal.Progress() {
            @Override
            public void at(int done, int all) {
                progress.at((int) ((long) HUNDRED * done / all), HUNDRED);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    private static List<Line> lines(List<Ask> asks, Map<String, Compared> found) {
        List<Line> lines = new ArrayList<>();
        for (Ask ask : asks) {
            Compared what = found.get(ask.words());
            if (what != null) {
                lines.add(
                        new Line(ask, what.effect(), what.before(), what.after(), what.renumbered(), what.reworded()));
            }
        }
        return lines;
    }

    /** The log's last block, when it has its turn. */
    private record Counted(Log log, Period block) {
        Set<String> words(SchoolId school) {
            Set<String> words = new LinkedHashSet<>();
            block.weeks()
                    .forEach(week -> log.slices().schools(school).stream()
                            .flatMap(one -> log.rows().entries(one, week).stream())
                            .map(Entry::words)
                            .filter(each -> !each.isBlank())
                            .forEach(words::add));
            return words;
        }

        Map<Effect, OptionalInt> numbers(Play play, Map<String, Compared> found) {
            String key = log.key(play);
            // Each kind has the play's key, so that its error is another for another draft.
            List<String> kinds = Stream.of(Effect.values())
                    .map(effect -> effect.code() + " " + key)
                    .toList();
            List<Slices.Cell> cells = log.slices()
                    .rehearsed(
                            play.school(),
                            block.first(),
                            kinds,
                            entry -> Optional.ofNullable(found.get(entry.words()))
                                    .map(compared -> compared.effect().code() + " " + key)
                                    .orElse(""))
                    .orElse(List.of());
            Map<Effect, OptionalInt> numbers = new EnumMap<>(Effect.class);
            List<Effect> effects = List.of(Effect.values());
            for (int i = 0; i < cells.size(); i++) {
                numbers.put(effects.get(i), cells.get(i).about());
            }
            return numbers;
        }
    }

    private String notCounted(Optional<Period> block) {
        if (log.isEmpty()) {
            return "The question log was left out.";
        }
        return block.isEmpty()
                ? "No four weeks of the question log are over yet, so there is nothing to count."
                : RehearsalTurns.MOST + " drafts were counted against the log’s last four weeks already. More would let"
                        + " numbers be compared until they show a single question. The log is counted again when the"
                        + " next four weeks are over; the questions listed here are rehearsed every time.";
    }
}
