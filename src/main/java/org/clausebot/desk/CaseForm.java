package org.clausebot.desk;

import java.util.Locale;

/** The forms of a case's page. */
enum CaseForm {
    STATUS,
    NOTE,
    MESSAGE,
    RECIPIENT,
    HAND_OVER,
    RECUSE,
    HOLD;

    /** Its name in addresses and templates, such as {@code hand-over}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the case is no longer the visitor's when it is done. */
    boolean leaves() {
        return this == HAND_OVER || this == RECUSE;
    }
}
