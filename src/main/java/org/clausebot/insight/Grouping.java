package org.clausebot.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How questions that belong together are found. */
@FunctionalInterface
interface Grouping {
    /**
     * Wordings that belong together.
     *
     * @param like how central each is: the cosine with {@code centre}
     * @param centre where they lie among the meanings of sentences; of length 1
     */
    @SuppressWarnings("ArrayRecordComponent") // made, read and thrown away in one look for gaps
    record Group(Map<String, Double> like, float[] centre) {
        public Group {
            like = new LinkedHashMap<>(like);
        }
    }

    /** Each wording in one group at most; what is like nothing else is in none. */
    List<Group> of(Sample sample);
}
