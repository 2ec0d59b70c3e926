package org.clausebot.incident;

import java.time.Instant;

/**
 * What a reporter keeps.
 *
 * @param code such as {@code 7K4Q-MXPD-29TF}: opens the reporter's view of the report, so it is theirs alone. Its first
 *     four characters are the reference that receivers see
 * @param at when the report was on disk, in whole seconds
 * @param signature proves code and time even after the record is gone
 */
public record Receipt(String code, Instant at, String signature) {
    /** What receivers and the tombstone call the report. */
    public String reference() {
        return code.substring(0, 4);
    }
}
