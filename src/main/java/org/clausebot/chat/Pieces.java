package org.clausebot.chat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts text that is too long for one place into pieces that together are the text. */
public final class Pieces {
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private Pieces() {}

    /**
     * Pieces of at most {@code most} UTF-16 code units, cut after a sentence where there is one, else after a word, else
     * after a character as people see it. Joined, they are {@code text}; none for the empty text.
     *
     * @param most 2 or more
     */
    public static List<String> of(String text, int most) {
        List<String> pieces = new ArrayList<>();
        int at = 0;
        while (text.length() - at > most) {
            int end = at + cut(text, at, most);
            pieces.add(text.substring(at, end));
            at = end;
        }
        if (at < text.length()) {
            pieces.add(text.substring(at));
        }
        return List.copyOf(pieces);
    }

    /** How many code units from {@code at} to take: more than 0, at most {@code most}. */
    private static int cut(String text, int at, int most) {
        BitSet characters = characters(text, at, most);
        if (characters.isEmpty()) {
            // One character of thousands of accents: at least no surrogate pair is divided.
            return Character.isHighSurrogate(text.charAt(at + most - 1)) ? most - 1 : most;
        }
        int sentence = sentence(text.substring(at, at + most + 1), characters);
        if (sentence > 0) {
            return sentence;
        }
        int word = characters.length() - 1;
        while (word > 0 && !Character.isWhitespace(text.charAt(at + word - 1))) {
            word = characters.previousSetBit(word - 1);
        }
        return word > 0 ? word : characters.length() - 1;
    }

    /** Where characters end, counted from {@code at}, up to {@code most}. */
    private static BitSet characters(String text, int at, int most) {
        BitSet ends = new BitSet(most + 1);
        Matcher characters = CHARACTER.matcher(text).region(at, text.length());
        while (characters.find() && characters.end() - at <= most) {
            ends.set(characters.end() - at);
        }
        return ends;
    }

    /** Where the last sentence ends; 0 when none does. {@code window} has one unit more than may be taken. */
    private static int sentence(String window, BitSet characters) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.UK);
        sentences.setText(window);
        int at = sentences.preceding(window.length());
        while (at > 0 && !characters.get(at)) {
            at = sentences.previous();
        }
        return Math.max(at, 0);
    }
}
