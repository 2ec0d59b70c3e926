package org.clausebot.querylog;

import java.time.Duration;
import java.util.List;
import org.clausebot.policy.ClauseRef;

/**
 * A question to the policy, as it was asked and answered. Nothing that belongs to a report is ever made into one.
 *
 * @param words as typed; empty where they are not kept, since they asked nothing of the policy
 * @param shown the clauses that answered, the best first
 * @param answerable how likely it is that a clause answers it, 0 to 1
 * @param language {@code en}, or {@code other}
 * @param took from the question to its answer
 */
public record Asked(
        Asker by, String words, Outcome outcome, List<Shown> shown, double answerable, String language, Duration took) {
    public Asked {
        shown = List.copyOf(shown);
        if (!outcome.keepsWords() && !words.isEmpty()) {
            throw new IllegalArgumentException("Of these no words are kept");
        }
    }

    @Override
    public String toString() {
        return "Asked[hidden]";
    }

    /**
     * A clause that was shown.
     *
     * @param version of its policy
     */
    public record Shown(ClauseRef clause, String version) {
        public Shown {
            if (version.isBlank()) {
                throw new IllegalArgumentException("A clause is of a version of its policy");
            }
        }
    }
}
