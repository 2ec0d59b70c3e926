package org.clausebot.policy.draft;

import java.util.ArrayList;
import java.util.List;
import org.clausebot.policy.DocumentText;
import org.clausebot.policy.Span;

/**
 * Finds words as somebody typed or copied them in a document's text, whatever white space, line breaks or divided words lie
 * between. Letters must be the same; typewriter's quotation marks stand for printed ones.
 */
final class TypedWords {
    private final StringBuilder letters = new StringBuilder();
    private final List<Integer> places = new ArrayList<>();

    /** @param window where to look */
    TypedWords(DocumentText document, Span window) {
        int end = Math.min(window.end(), document.text().length());
        for (int i = window.start(); i < end; i++) {
            char c = document.text().charAt(i);
            Span here = new Span(i, i + 1);
            if (!passedOver(c) && document.omitted().stream().noneMatch(here::overlaps)) {
                letters.append(plain(c));
                places.add(i);
            }
        }
    }

    /** Every place where {@code words} stand, in order. */
    List<Span> find(String words) {
        StringBuilder wanted = new StringBuilder();
        words.chars().filter(c -> !passedOver((char) c)).forEach(c -> wanted.append(plain((char) c)));
        List<Span> found = new ArrayList<>();
        if (!wanted.isEmpty()) {
            for (int at = letters.indexOf(wanted.toString());
                    at >= 0;
                    at = letters.indexOf(wanted.toString(), at + 1)) {
                found.add(new Span(places.get(at), places.get(at + wanted.length() - 1) + 1));
            }
        }
        return List.copyOf(found);
    }

    private static boolean passedOver(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '|'
                || Character.getType(c) == Character.FORMAT;
    }

    private static char plain(char c) {
        return switch (c) {
            case '‘', '’' -> '\'';
            case '“', '”' -> '"';
            default -> c;
        };
    }
}
