package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text file into lines. */
final class TextLines {
    private static final int TAB = 4;

    private TextLines() {}

    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        int blanks = 0;
        boolean page = false;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !isBreak(text.charAt(end))) {
                end++;
            }
            Span words = trim(text, at, end);
            if (words.isEmpty()) {
                blanks++;
            } else {
                lines.add(new Line(words, indent(text, at, words.start()), Block.Look.PLAIN, blanks, page));
                blanks = 0;
                page = false;
            }
            if (end < text.length() && text.charAt(end) == '\f') {
                page = true;
            }
            boolean pair = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            at = end + (pair ? 2 : 1);
        }
        return lines;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF' || c < ' ';
    }

    private static Span trim(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }

    private static int indent(String text, int start, int words) {
        int indent = 0;
        for (int i = start; i < words; i++) {
            indent = text.charAt(i) == '\t' ? (indent / TAB + 1) * TAB : indent + 1;
        }
        return indent;
    }
}
