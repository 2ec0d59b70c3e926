package org.clausebot.seal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the signature of a receipt signs, so that anybody with the public keys can check one without this program:
 * Ed25519 (RFC 8032) over the UTF-8 of four lines, with a line feed between them and none at the end:
 *
 * <pre>
 * clausebot-receipt-1
 * 7K4Q-MXPD-29TF          the code
 * 2026-11-22T09:00:00Z    the time in UTC, whole seconds, ISO 8601
 * default                 the school's id
 * </pre>
 */
public final class ReceiptText {
    private static final String FORM = "clausebot-receipt-1";

    private ReceiptText() {}

    /** @throws IllegalArgumentException when a part has a line of its own, so that two receipts could sign the same */
    public static String of(String code, Instant at, String school) {
        if (code.isBlank() || code.contains("\n") || school.isBlank() || school.contains("\n")) {
            throw new IllegalArgumentException("A receipt's code and school are one line each");
        }
        return String.join("\n", FORM, code, at.truncatedTo(ChronoUnit.SECONDS).toString(), school);
    }
}
