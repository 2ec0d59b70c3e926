package org.clausebot.insight;

import java.util.List;
import java.util.Optional;
import org.clausebot.policy.Policy;

/** The drafts that are kept and not in force. */
public interface RehearsedDrafts {
    /** Keeps none. */
    RehearsedDrafts NONE = new RehearsedDrafts() {
        @Override
        public List<Kept> drafts() {
            return List.of();
        }

        @Override
        public Optional<Policy> draft(String key) {
            return Optional.empty();
        }
    };

    List<Kept> drafts();

    /** The policy that a draft would be, with the id of the one whose place it would take; empty when it is gone. */
    Optional<Policy> draft(String key);

    /**
     * A draft.
     *
     * @param key by which it is asked for: letters, digits, hyphens and dots
     * @param title as people know it
     */
    record Kept(String key, String title) {}
}
