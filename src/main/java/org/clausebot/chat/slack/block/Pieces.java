package org.clausebot.chat.slack.block;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts text that is too long for one place into pieces that together are the text. */
final class Pieces {
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private Pieces() {}

    /**
     * Pieces of at most {@code most} UTF-16 code units, cut after a sentence where there is one, else after a word, else
     * after a character as people see it. Joined, they are {@code text}; none for the empty text.
     *
     * @param most 2 or more
     */
    static List<String> of(String text, int most) {
        List<String> pieces = new ArrayList<>();
        int at = 0;
        while (text.length() - at > most) {
            int end = cut(text.substring(at, at + most + 1), most);
            pieces.add(text.substring(at, at + end));
            at += end;
        }
        if (at < text.length()) {
            pieces.add(text.substring(at));
        }
        return List.copyOf(pieces);
    }

    /** Where to cut: more than 0, at most {@code most}. {@code window} has one more unit, to see what would be cut. */
    private static int cut(String window, int most) {
        int sentence = before(BreakIterator.getSentenceInstance(Locale.UK), window, most);
        if (sentence > 0) {
            return sentence;
        }
        int word = most;
        while (word > 0 && !Character.isWhitespace(window.charAt(word - 1))) {
            word--;
        }
        return word > 0 ? word : character(window, most);
    }

    /** The last boundary within {@code most}; 0 when there is none. */
    private static int before(BreakIterator boundaries, String window, int most) {
        boundaries.setText(window);
        int at = boundaries.preceding(most + 1);
        return at == BreakIterator.DONE ? 0 : at;
    }

    private static int character(String window, int most) {
        Matcher characters = CHARACTER.matcher(window);
        int end = 0;
        while (characters.find() && characters.end() <= most) {
            end = characters.end();
        }
        if (end > 0) {
            return end;
        }
        // One character of thousands of accents: at least no surrogate pair is divided.
        return Character.isHighSurrogate(window.charAt(most - 1)) ? most - 1 : most;
    }
}
