package org.clausebot.insight;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.clausebot.answer.Stance;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.PolicyDetails;

/**
 * What a draft does to the answers.
 *
 * @param before the version in force
 * @param draft what it was compared with
 * @param lines one a question whose words may be shown, in the order they were asked
 * @param logged of all questions of the log's last block; empty where they were not counted
 * @param notCounted why the log was not counted, in a sentence; empty where it was
 * @param answers how many questions were answered on both sides, shown or not
 */
public record Rehearsed(
        PolicyDetails before,
        PolicyDetails draft,
        List<Line> lines,
        Map<Effect, OptionalInt> logged,
        String notCounted,
        int answers) {
    public Rehearsed {
        lines = List.copyOf(lines);
        logged = Map.copyOf(logged);
    }

    /** Where a question is from. */
    public enum Source {
        /** One that measures the answers, written for that. */
        MEASURING,
        /** Asked by staff, and by several alike. */
        STAFF
    }

    /**
     * A question to ask of both.
     *
     * @param about how many asked it, in fives; 0 where that is not told, and of one that measures
     */
    public record Ask(String words, Source source, int about) {
        public Ask {
            if (words.isBlank() || about < 0) {
                throw new IllegalArgumentException("A question has words");
            }
        }
    }

    /**
     * What a question is answered on one side.
     *
     * @param outcome as in answers' JSON
     * @param clause the first that is shown, if any
     * @param statement its words with its lead-in; empty without a clause
     * @param demand of one that depends on something, the words that demand it: "should not" of "should not, unless";
     *     empty of others
     */
    public record Given(String outcome, Optional<ClauseRef> clause, String statement, Stance stance, String demand) {
        /** Whether this clause speaks as strongly as another. */
        boolean isAsStrongAs(Given other) {
            return stance == other.stance && demand.equals(other.demand);
        }

        /** For people: {@code must not}, or {@code conditional (should not)}. */
        public String strength() {
            String plain = stance.code().replace('-', ' ');
            return demand.isEmpty() ? plain : plain + " (" + demand + ")";
        }
    }

    /**
     * What became of a question.
     *
     * @param renumbered whether the clause that stands first is the same and has another number
     * @param reworded whether it is the same and has other words or another lead-in
     */
    public record Line(Ask ask, Effect effect, Given before, Given after, boolean renumbered, boolean reworded) {}

    /** The questions of a source to which this happened. */
    public List<Line> lines(Source source, Effect effect) {
        return lines.stream()
                .filter(line -> line.ask().source() == source && line.effect() == effect)
                .toList();
    }

    /** Those to which this happened, what staff asked first. */
    public List<Line> lines(Effect effect) {
        List<Line> all = new ArrayList<>(lines(Source.STAFF, effect));
        all.addAll(lines(Source.MEASURING, effect));
        return List.copyOf(all);
    }

    /** Whether this is known to happen to any question: to one that is shown, or to so many that their number is. */
    public boolean has(Effect effect) {
        return lines.stream().anyMatch(line -> line.effect() == effect)
                || logged.getOrDefault(effect, OptionalInt.empty()).isPresent();
    }

    /** How many of a source there are, by what happened to them. */
    public Map<Effect, Integer> counts(Source source) {
        Map<Effect, Integer> counts = new EnumMap<>(Effect.class);
        for (Effect effect : Effect.values()) {
            counts.put(effect, lines(source, effect).size());
        }
        return counts;
    }
}
