package org.clausebot.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Readies what somebody typed for the query parser: the brackets of a printed number ({@code number:3(d)(ii)}) are
 * escaped, and it is remembered where each character stood.
 */
final class FindText {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}])number:([\\p{L}\\p{N}.#¶*?]*(?:\\([\\p{L}\\p{N}]{1,8}\\)[\\p{L}\\p{N}.#*?]*)+)");

    private final StringBuilder escaped = new StringBuilder();
    private final int[] origins;

    FindText(String typed) {
        int[] from = new int[typed.length() * 2 + 1];
        Matcher number = NUMBER.matcher(typed);
        int at = 0;
        while (number.find()) {
            at = copy(typed, at, number.start(1), false, from);
            at = copy(typed, at, number.end(1), true, from);
        }
        copy(typed, at, typed.length(), false, from);
        from[escaped.length()] = typed.length();
        origins = from;
    }

    private int copy(String typed, int start, int end, boolean escape, int[] from) {
        for (int i = start; i < end; i++) {
            char c = typed.charAt(i);
            if (escape && (c == '(' || c == ')')) {
                from[escaped.length()] = i;
                escaped.append('\\');
            }
            from[escaped.length()] = i;
            escaped.append(c);
        }
        return end;
    }

    String escaped() {
        return escaped.toString();
    }

    /** Where the character at {@code index} of the escaped text stood in what was typed. */
    int origin(int index) {
        return origins[Math.max(0, Math.min(index, escaped.length()))];
    }
}
