package org.clausebot.flow;

import java.util.Locale;

/** Words as they are compared: small letters, single spaces, without the punctuation that people add or leave out. */
final class Plain {
    private Plain() {}

    static String of(String words) {
        return words.toLowerCase(Locale.UK)
                .replace('’', '\'')
                .replaceAll("[.!?,;:()\\[\\]“”\"]+", " ")
                .replaceAll("[\\p{Z}\\s\\p{Cntrl}]+", " ")
                .strip();
    }

    /** Whether {@code part} stands in {@code whole} between word ends; both plain. */
    static boolean holds(String whole, String part) {
        return !part.isEmpty() && (" " + whole + " ").contains(" " + part + " ");
    }
}
