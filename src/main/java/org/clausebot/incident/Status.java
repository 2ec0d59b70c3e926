package org.clausebot.incident;

import java.util.Locale;

/** How far a case has come. */
public enum Status {
    NEW,
    SEEN,
    IN_HAND,
    PASSED_ON,
    CLOSED;

    /** Such as {@code in-hand}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
