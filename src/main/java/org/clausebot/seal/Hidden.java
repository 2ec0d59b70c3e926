package org.clausebot.seal;

/**
 * A secret that never prints itself.
 *
 * @param value empty for none
 */
public record Hidden(String value) {
    public static final Hidden NONE = new Hidden("");

    public boolean isSet() {
        return !value.isEmpty();
    }

    /** Whether there is one, and nothing of it. */
    @Override
    public String toString() {
        return isSet() ? "(set, hidden)" : "";
    }
}
