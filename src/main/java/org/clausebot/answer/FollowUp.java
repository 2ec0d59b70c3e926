package org.clausebot.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Knows a question that only makes sense after those before it ("what if it's an emergency?"), and completes it with them.
 */
final class FollowUp {
    private static final int SHORT = 12;
    private static final int POINTING_WORDS = 7;
    private static final int HINTING_WORDS = 15;
    private static final int TURNS = 3;
    private static final Pattern OPENING = Pattern.compile(
            "^(?:and|but|or|so|also|then|what if|what about|how about|even if|even when|even though|unless|except|only if"
                    + "|what else|why|why not|who to|who with|and who|does that|is that|would that|what happens (?:then|if i do)"
                    + "|same (?:for|with)|in that case|ok(?:ay)? (?:and|but|so|what)|if (?:so|not)|really|not even|isnt that"
                    + "|isn't that|surely|or is|just for|only for)\\b.*");
    private static final Pattern POINTING =
            Pattern.compile("\\b(?:it|that|this|they|them|those|these|one|he|she|him|her|so)\\b");
    /** A word that takes up what was said, in a longer message that may still stand alone. */
    private static final Pattern HINTING = Pattern.compile(
            "\\b(?:it|its|it's|that|this|they|them|those|these|ones|he|he's|hes|she|she's|shes|him)\\b|\\b(?:though|still|either|anyway|instead|afterwards"
                    + "|after all|as well|rather than me|in that case)\\b|\\bthen$|^(?:adults|only|just|no|yes|not|yeah|nope)\\b");

    /** How much a message leans on those before it. */
    enum Leaning {
        /** It stands alone. */
        NONE,
        /** It may stand alone; what it says with and without the others must be compared. */
        PERHAPS,
        /** It means nothing alone. */
        WHOLLY
    }

    private FollowUp() {}

    /** How much the question leans on those before it; not at all where there are none. */
    static Leaning leaning(Question question) {
        if (question.earlier().isEmpty()) {
            return Leaning.NONE;
        }
        if (leans(question.text())) {
            return Leaning.WHOLLY;
        }
        String plain = plain(question.text());
        return count(plain) <= HINTING_WORDS && HINTING.matcher(plain).find() ? Leaning.PERHAPS : Leaning.NONE;
    }

    /** The question after those it leans on: back to the last that stands on its own, and never more than three. */
    static String completed(Question question) {
        List<String> earlier = question.earlier();
        int oldest = Math.max(0, earlier.size() - TURNS);
        int first = earlier.size() - 1;
        while (first > oldest && !stands(earlier.get(first))) {
            first--;
        }
        return String.join(" ", earlier.subList(Math.max(0, first), earlier.size())) + " " + question.text();
    }

    private static boolean stands(String text) {
        String plain = plain(text);
        boolean hints = count(plain) <= HINTING_WORDS && HINTING.matcher(plain).find();
        return !leans(text) && !hints && SmallTalkDetector.detect(text).isEmpty();
    }

    private static boolean leans(String text) {
        String plain = plain(text);
        int words = count(plain);
        if (words == 0 || words > SHORT) {
            return false;
        }
        return OPENING.matcher(plain).matches()
                || words <= 3
                || (words <= POINTING_WORDS && POINTING.matcher(plain).find());
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.UK)
                .replace('’', '\'')
                .replaceAll("[^\\p{L}\\p{N}' ]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static int count(String plain) {
        return plain.isEmpty() ? 0 : plain.split(" ", -1).length;
    }
}
