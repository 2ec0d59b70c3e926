package org.clausebot.flow;

import java.util.Optional;
import java.util.Set;

/** Yes or no in the forms that people type; empty whenever it is not plain which. */
final class YesNoReader {
    private static final Set<String> YES = Set.of(
            "yes",
            "y",
            "yep",
            "yeah",
            "yup",
            "yeh",
            "aye",
            "ya",
            "ye",
            "sure",
            "correct",
            "right",
            "ok",
            "okay",
            "true",
            "definitely",
            "absolutely",
            "certainly",
            "indeed",
            "affirmative");
    private static final Set<String> NO = Set.of("no", "n", "nope", "nah", "never", "negative", "false", "nay", "naw");

    /** What may follow, or stand alone, without taking anything back. */
    private static final Set<String> AFTER_YES = Set.of(
            "please",
            "thanks",
            "thank you",
            "it was",
            "it is",
            "it did",
            "he did",
            "she did",
            "they did",
            "i did",
            "we did",
            "i do",
            "they do",
            "he was",
            "she was",
            "they were",
            "i was",
            "i am",
            "i have",
            "that is right",
            "that's right",
            "that is correct",
            "that's correct",
            "of course",
            "definitely",
            "correct",
            "right",
            "yes",
            "sure",
            "i can",
            "all of it",
            "all right",
            "that's it",
            "that is it",
            "it's right",
            "it is right",
            "looks right",
            "i agree",
            "absolutely",
            "exactly");

    private static final Set<String> AFTER_NO = Set.of(
            "thanks",
            "thank you",
            "sorry",
            "it was not",
            "it wasn't",
            "it is not",
            "it isn't",
            "it did not",
            "it didn't",
            "he did not",
            "he didn't",
            "she did not",
            "she didn't",
            "they did not",
            "they didn't",
            "i did not",
            "i didn't",
            "we didn't",
            "i do not",
            "i don't",
            "i have not",
            "i haven't",
            "i was not",
            "i wasn't",
            "not at all",
            "no",
            "none",
            "never",
            "definitely not",
            "of course not",
            "absolutely not",
            "not yet",
            "not right",
            "that's wrong",
            "that is wrong",
            "it's wrong",
            "it is wrong",
            "wrong",
            "not quite",
            "i am not",
            "i'm not",
            "nobody");

    private YesNoReader() {}

    static Optional<Boolean> read(String message) {
        String plain = Plain.of(message);
        if (YES.contains(plain)
                || (AFTER_YES.contains(plain) && !plain.endsWith("please") && !plain.startsWith("thank"))) {
            return Optional.of(true);
        }
        if (NO.contains(plain) || (AFTER_NO.contains(plain) && !plain.startsWith("thank") && !plain.equals("sorry"))) {
            return Optional.of(false);
        }
        int space = plain.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        String first = plain.substring(0, space);
        String rest = plain.substring(space + 1);
        if (YES.contains(first) && AFTER_YES.contains(rest)) {
            return Optional.of(true);
        }
        return NO.contains(first) && AFTER_NO.contains(rest) ? Optional.of(false) : Optional.empty();
    }
}
