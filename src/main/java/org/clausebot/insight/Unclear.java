package org.clausebot.insight;

import java.time.LocalDate;
import java.util.List;
import org.clausebot.policy.SchoolId;

/** What staff asked alike and the policies did not answer. */
@FunctionalInterface
public interface Unclear {
    /** Knows of nothing. */
    Unclear NONE = (school, from, to) -> List.of();

    /** The matters of whole periods between two days, the most asked first. */
    List<Matter> in(SchoolId school, LocalDate from, LocalDate to);

    /**
     * A matter that several asked about.
     *
     * @param words of the question that stands for it, redacted
     * @param about how many questions, in fives
     * @param decided what was decided, in a few words: {@code tied to clause 2.6.2}
     */
    record Matter(String words, int about, String decided) {
        public Matter {
            if (words.isBlank() || about < Groups.FEWEST) {
                throw new IllegalArgumentException("A matter has words and " + Groups.FEWEST + " questions at least");
            }
        }
    }
}
