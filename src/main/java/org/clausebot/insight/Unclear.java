package org.clausebot.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.SchoolId;

/** What staff asked alike and the policies did not answer. */
@FunctionalInterface
public interface Unclear {
    /** Knows of nothing. */
    Unclear NONE = (school, from, to) -> Optional.empty();

    /** What was found last, if that was in questions of a time that meets these days; it is found anew every four weeks. */
    Optional<Found> in(SchoolId school, LocalDate from, LocalDate to);

    /**
     * What was found.
     *
     * @param from the first day whose questions were looked at
     * @param to the last
     * @param matters the most asked first
     */
    record Found(LocalDate from, LocalDate to, List<Matter> matters) {
        public Found {
            matters = List.copyOf(matters);
        }
    }

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
