package org.clausebot.chat.terminal;

import java.util.ArrayList;
import java.util.List;
import org.clausebot.policy.Span;

/** Lines of plain text for a terminal: wrapped at spaces, emphasised with bold where the terminal can. */
final class TerminalText {
    private static final String BOLD = "\u001B[1m";
    private static final String DIM = "\u001B[2m";
    private static final String PLAIN = "\u001B[0m";

    private final int width;
    private final boolean colour;

    /** @param width columns; lines stay within it unless one word is longer */
    TerminalText(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    String bold(String words) {
        return colour && !words.isEmpty() ? BOLD + words + PLAIN : words;
    }

    /** Divides what stands above it from what stands below. */
    String rule() {
        return "─".repeat(width);
    }

    String dim(String words) {
        return colour && !words.isEmpty() ? DIM + words + PLAIN : words;
    }

    /** {@code words} in lines that each begin with {@code margin}; the {@code strong} parts are bold. */
    List<String> wrap(String words, String margin, List<Span> strong) {
        String safe = printable(words);
        List<String> lines = new ArrayList<>();
        int room = Math.max(20, width - margin.length());
        int start = 0;
        while (start < safe.length()) {
            int end = lineEnd(safe, start, room);
            lines.add(margin + emphasised(safe, start, end, strong));
            start = end;
            while (start < safe.length() && safe.charAt(start) == ' ') {
                start++;
            }
        }
        return lines;
    }

    List<String> wrap(String words, String margin) {
        return wrap(words, margin, List.of());
    }

    private static int lineEnd(String words, int start, int room) {
        if (words.length() - start <= room) {
            return words.length();
        }
        int space = words.lastIndexOf(' ', start + room);
        if (space > start) {
            return space;
        }
        int next = words.indexOf(' ', start);
        return next < 0 ? words.length() : next;
    }

    private String emphasised(String words, int start, int end, List<Span> strong) {
        if (!colour) {
            return words.substring(start, end);
        }
        StringBuilder line = new StringBuilder();
        int at = start;
        for (Span span : strong) {
            int from = Math.max(at, span.start());
            int to = Math.min(end, span.end());
            if (from < to) {
                line.append(words, at, from)
                        .append(BOLD)
                        .append(words, from, to)
                        .append(PLAIN);
                at = to;
            }
        }
        return line.append(words, at, end).toString();
    }

    /**
     * The same length, with every control character made visible: neither a policy nor a question may send commands to
     * somebody's terminal.
     */
    static String printable(String words) {
        StringBuilder safe = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean direction = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
            safe.append(Character.isISOControl(c) || direction ? '\uFFFD' : c);
        }
        return safe.toString();
    }
}
