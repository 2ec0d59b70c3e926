package org.clausebot.app;

/**
 * A value that never prints itself.
 *
 * @param value the secret; empty for none
 */
record Secret(String value) {
    boolean isSet() {
        return !value.isEmpty();
    }

    /** Whether there is one, and nothing of it. */
    @Override
    public String toString() {
        return isSet() ? "(set, hidden)" : "";
    }
}
