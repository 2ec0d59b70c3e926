package org.clausebot.policy.draft;

import java.time.Instant;
import org.clausebot.policy.Overlay;
import org.clausebot.policy.Policy;

/**
 * A document that is not in force.
 *
 * @param id names it in addresses: the policy's id, a full stop, and hexadecimal digits of the document's hash
 * @param about who brought it, when, and what has become of it
 * @param read what the program made of the document, without corrections
 * @param policy what it is with the corrections
 * @param overlay the corrections
 */
public record Draft(String id, About about, Policy read, Policy policy, Overlay overlay) {
    /**
     * What is known of a draft beside the document.
     *
     * @param fileName as it was called where it came from
     * @param by a receiver's id, or {@code operator:NAME}
     * @param state what has become of it
     */
    public record About(String fileName, String by, Instant at, State state) {
        public About {
            if (fileName.isBlank() || by.isBlank()) {
                throw new IllegalArgumentException("A draft has a file's name and somebody who brought it");
            }
        }

        About in(State other) {
            return new About(fileName, by, at, other);
        }
    }

    /** What has become of a draft. */
    public enum State {
        OPEN,
        PUBLISHED,
        /** Not wanted any more; it is kept all the same. */
        PUT_AWAY
    }

    /**
     * Stands for the draft as it is: whoever changes it says which state they saw, so that nobody's corrections are
     * overwritten unseen.
     */
    public String seen() {
        return overlay.isEmpty() ? "none" : overlay.mark();
    }
}
