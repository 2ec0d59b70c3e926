package org.clausebot.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Completes a question that only makes sense after the one before ("what if it's an emergency?"). */
final class FollowUp {
    private static final int SHORT = 12;
    private static final Pattern OPENING = Pattern.compile(
            "^(?:and|but|or|so|also|then|what if|what about|how about|even if|even when|even though|unless|except|only if"
                    + "|what else|why|why not|who to|who with|and who|does that|is that|would that|what happens (?:then|if i do)"
                    + "|what about|same (?:for|with)|in that case|ok(?:ay)? (?:and|but|so|what)|if (?:so|not)|really)\\b.*");
    private static final Pattern POINTING =
            Pattern.compile("\\b(?:it|that|this|they|them|those|these|one|he|she|him|her|so)\\b");

    private FollowUp() {}

    /** What to search for: {@code text} itself, or with the question before it where it leans on that. */
    static String completed(Question question) {
        if (question.earlier().isEmpty() || !leans(question.text())) {
            return question.text();
        }
        return subject(question.earlier()) + " " + question.text();
    }

    /** Of the questions before, the last that stands on its own, and never more than three back. */
    private static String subject(List<String> earlier) {
        int oldest = Math.max(0, earlier.size() - 3);
        for (int i = earlier.size() - 1; i > oldest; i--) {
            if (!leans(earlier.get(i))
                    && SmallTalkDetector.detect(earlier.get(i)).isEmpty()) {
                return earlier.get(i);
            }
        }
        return earlier.get(oldest);
    }

    static boolean leans(String text) {
        String plain = text.toLowerCase(Locale.UK)
                .replaceAll("[^\\p{L}\\p{N}' ]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        int words = plain.isEmpty() ? 0 : plain.split(" ").length;
        if (words == 0 || words > SHORT) {
            return false;
        }
        return OPENING.matcher(plain).matches()
                || words <= 3
                || (words <= 7 && POINTING.matcher(plain).find());
    }
}
