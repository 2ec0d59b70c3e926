package org.clausebot.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clausebot.policy.Span;

/** Finds where the sentences of a clause stand. An abbreviation's point ends no sentence. */
final class Sentences {
    private static final Set<String> ABBREVIATIONS =
            Set.of("e.g", "i.e", "eg", "ie", "etc", "mr", "mrs", "ms", "dr", "st", "no", "vs", "cf", "para", "approx");

    private Sentences() {}

    /** The sentences of {@code text} in order, without the white space between them; none for blank text. */
    static List<Span> of(String text) {
        List<Span> sentences = new ArrayList<>();
        int start = skipSpace(text, 0);
        for (int i = start; i < text.length(); i++) {
            if (endsAt(text, i)) {
                int end = closing(text, i + 1);
                sentences.add(new Span(start, end));
                start = skipSpace(text, end);
                i = start - 1;
            }
        }
        if (start < text.length()) {
            int end = text.length();
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            sentences.add(new Span(start, end));
        }
        return sentences;
    }

    private static boolean endsAt(String text, int i) {
        char c = text.charAt(i);
        if (c != '.' && c != '!' && c != '?') {
            return false;
        }
        int after = closing(text, i + 1);
        if (after >= text.length() || !Character.isWhitespace(text.charAt(after))) {
            return after >= text.length();
        }
        int next = skipSpace(text, after);
        if (next >= text.length()) {
            return true;
        }
        return !Character.isLowerCase(text.charAt(next)) && !(c == '.' && isAbbreviation(text, i));
    }

    private static boolean isAbbreviation(String text, int point) {
        int from = point;
        while (from > 0 && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        String word = text.substring(from, point).toLowerCase(Locale.ROOT);
        return ABBREVIATIONS.contains(word) || (word.length() == 1 && !word.equals("a") && !word.equals("i"));
    }

    private static int closing(String text, int i) {
        int at = i;
        while (at < text.length() && ")]\"'’”".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int skipSpace(String text, int i) {
        int at = i;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
