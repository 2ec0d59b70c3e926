package org.clausebot.chat;

import java.util.List;
import java.util.Optional;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;

/**
 * Counts whether quoted clauses helped. It keeps no words, no identity and no time finer than a week: only how many
 * votes there were.
 */
public interface Feedback {
    /**
     * Counts {@code vote}; on return it is on disk.
     *
     * @param instead the vote that the same person takes back by this one
     */
    void record(SchoolId school, Vote vote, Optional<Vote> instead);

    /**
     * The same, where it is known who votes: so that a question log can join the vote to their question. Who it was is not
     * kept.
     */
    default void record(Reporter by, Vote vote, Optional<Vote> instead) {
        record(by.school(), vote, instead);
    }

    /** The votes on {@code policy}, by week, version, clause and verdict. */
    List<Tally> tally(SchoolId school, PolicyId policy);

    /** What a person thought of a quoted clause. */
    enum Verdict {
        HELPFUL("helpful"),
        NOT_ASKED("not-asked");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        /** The name in forms and files. */
        public String code() {
            return code;
        }

        public static Optional<Verdict> of(String code) {
            for (Verdict verdict : values()) {
                if (verdict.code.equals(code)) {
                    return Optional.of(verdict);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One vote.
     *
     * @param week when
     * @param clause on which clause
     * @param version of which version of its policy
     * @param verdict which way
     */
    record Vote(IsoWeek week, ClauseRef clause, String version, Verdict verdict) {
        public Vote {
            if (version.isBlank()) {
                throw new IllegalArgumentException("A vote needs the policy's version");
            }
        }
    }

    /**
     * Votes that agree in everything.
     *
     * @param vote what they say
     * @param count 1 or more
     */
    record Tally(Vote vote, int count) {}
}
