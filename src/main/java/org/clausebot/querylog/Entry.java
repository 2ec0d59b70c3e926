package org.clausebot.querylog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;

/**
 * A question as it is kept: nobody's, and of a week.
 *
 * @param id random; says nothing of the order in which entries came
 * @param channel the kind of channel
 * @param words redacted; empty where none are kept
 * @param clauses those that answered, the best first
 * @param score how likely it was that a clause answers it, in steps of 5, 0 to 100
 * @param language {@code en} or {@code other}
 */
public record Entry(
        String id,
        SchoolId school,
        IsoWeek week,
        String channel,
        String words,
        Outcome outcome,
        List<Judged> clauses,
        int score,
        String language,
        Latency latency) {
    public Entry {
        clauses = List.copyOf(clauses);
        if (outcome == Outcome.URGENT || score < 0 || score > 100 || score % 5 != 0 || !id.matches("[\\w-]{16,}")) {
            throw new IllegalArgumentException("An entry has a random id, a score in steps of five, and is not urgent");
        }
    }

    /** What somebody thought of a clause that they were shown. */
    public enum Verdict {
        HELPFUL,
        NOT_ASKED;

        /** The name in counts and in addresses of pages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A clause that was shown, and what the asker thought of it.
     *
     * @param verdict empty when they did not say
     */
    public record Judged(Asked.Shown shown, Optional<Verdict> verdict) {}

    /** The same with a verdict on a clause; it takes the place of an earlier one. */
    Entry judged(ClauseRef clause, String version, Verdict verdict) {
        List<Judged> all = new ArrayList<>();
        for (Judged one : clauses) {
            boolean same =
                    one.shown.clause().equals(clause) && one.shown.version().equals(version);
            all.add(same ? new Judged(one.shown, Optional.of(verdict)) : one);
        }
        return new Entry(id, school, week, channel, words, outcome, all, score, language, latency);
    }
}
