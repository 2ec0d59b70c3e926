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

    /** @throws IllegalArgumentException when no status has this code */
    public static Status of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
