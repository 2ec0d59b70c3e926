package org.clausebot.querylog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of a text that is not kept.
 *
 * @param from where it begins, in chars
 * @param to where it ends, after {@code from}
 */
public record Hidden(int from, int to, Kind kind) {
    public Hidden {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("What is hidden has at least one character");
        }
    }

    /** What it is. */
    public enum Kind {
        NAME,
        HANDLE,
        EMAIL,
        PHONE,
        ADDRESS,
        POSTCODE,
        DATE,
        AGE,
        CLASS,
        SCHOOL,
        URL,
        ID;

        /** The name in files. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What stands in its place. */
        public String mark() {
            return "[" + code() + "]";
        }

        public static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }
}
