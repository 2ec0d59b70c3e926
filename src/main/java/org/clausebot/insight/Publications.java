package org.clausebot.insight;

import java.time.LocalDate;
import java.util.List;
import org.clausebot.policy.PolicyId;

/** Versions that came into force. */
@FunctionalInterface
public interface Publications {
    /** Knows of none. */
    Publications NONE = (from, to) -> List.of();

    /** Those between two days, both included, the oldest first. */
    List<Publication> between(LocalDate from, LocalDate to);

    /**
     * A version that came into force.
     *
     * @param on the day
     * @param title of the policy
     * @param note what its owner said of it; may be empty
     */
    record Publication(LocalDate on, PolicyId policy, String title, String version, String note) {}
}
