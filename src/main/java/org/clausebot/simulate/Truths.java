package org.clausebot.simulate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;

/**
 * What is known of a simulated year.
 *
 * @param gaps what no clause answers
 * @param covered what clauses answer, each with its clause; {@link Planted#unhelpful} where votes say that it does not
 * @param offTopic what other policies answer
 * @param small what fewer than five people of the first school asked
 * @param person one whose way of writing is their own
 */
public record Truths(
        long seed,
        List<SchoolId> schools,
        List<IsoWeek> weeks,
        int questions,
        int urgent,
        List<Planted> gaps,
        List<Planted> covered,
        List<Planted> offTopic,
        List<Planted> small,
        Person person) {
    public Truths {
        schools = List.copyOf(schools);
        weeks = List.copyOf(weeks);
        gaps = List.copyOf(gaps);
        covered = List.copyOf(covered);
        offTopic = List.copyOf(offTopic);
        small = List.copyOf(small);
    }

    /**
     * A matter that was asked about.
     *
     * @param clause that answers it; empty for none
     * @param weeks how often it was asked in which week, over all schools
     * @param wordings all that are stored of it, redacted, without repeats
     */
    public record Planted(
            String id,
            String clause,
            boolean rises,
            boolean unhelpful,
            int questions,
            Map<String, Integer> weeks,
            List<String> wordings) {
        public Planted {
            weeks = Collections.unmodifiableMap(new TreeMap<>(weeks));
            wordings = List.copyOf(wordings);
        }
    }

    /** A person with a style of their own, and the ids of the entries that are theirs. */
    public record Person(SchoolId school, List<String> entries, List<String> wordings) {
        public Person {
            entries = List.copyOf(entries);
            wordings = List.copyOf(wordings);
        }
    }
}
