package org.clausebot.chat.awaited;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.policy.SchoolId;
import org.clausebot.policy.Sha256;

/**
 * A question whose asker waits for an answer.
 *
 * @param to whom to tell
 * @param question as it was asked, with what was asked before it, so that it means the same when it is asked again
 * @param since the day on which they asked to be told
 */
public record Waiting(SchoolId school, Address to, Question question, LocalDate since) {
    private static final int MARK = 12;

    /** Whether a question that came to {@code answer} can be waited for: nothing in the policy answers, and it might some day. */
    public static boolean isOffered(Answer answer) {
        return switch (answer) {
            case Answer.NotCovered a -> true;
            case Answer.Nearest a -> true;
            case Answer.Quoted a -> false;
            case Answer.Urgent a -> false;
            case Answer.SmallTalk a -> false;
        };
    }

    /** Names it among the questions of its asker. */
    public String mark() {
        return mark(question.text());
    }

    /**
     * The mark of a question of these words, whatever their capitals and spaces. It may stand in a button of the
     * conversation in which the words stand themselves; it is not for places where they do not.
     */
    public static String mark(String words) {
        String plain = words.strip().toLowerCase(Locale.UK).replaceAll("\\s+", " ");
        byte[] whole = Sha256.of(plain);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, MARK));
    }

    /** Never prints what was asked. */
    @Override
    public String toString() {
        return "Waiting[since " + since + "]";
    }
}
