package org.clausebot.chat.talk;

import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.chat.Reply;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.chat.awaited.Awaiting;
import org.clausebot.chat.awaited.Waiting;

/**
 * Lets somebody wait for the answer to a question. Until they press the button for it, the question is in memory only, and
 * no longer than other questions are.
 */
public final class WaitTalk<S extends Spot> {
    private final Means<S> means;

    WaitTalk(Means<S> means) {
        this.means = means;
    }

    /** What came of asking to be told. */
    public sealed interface Kept {
        /** @param words of the question that is kept from now on */
        record New(String words) implements Kept {}

        /** @param words of the question, which is kept already */
        record Already(String words) implements Kept {}

        /** @param most how many they have, which is the most */
        record TooMany(int most) implements Kept {}

        /** The words of the question are forgotten. */
        record Gone() implements Kept {}
    }

    /** Whether the button may stand below {@code answer}: nothing in the policy answers, and it might some day. */
    public static boolean isOffered(Answer answer) {
        return Waiting.isOffered(answer);
    }

    /** Holds the question for its button, where the reply to it is said to its asker alone. */
    void remember(S spot, String conversation, Reply reply) {
        if (reply instanceof Reply.Answered answered && isOffered(answered.answer())) {
            means.waits()
                    .flatMap(waits -> waits.unanswered().apply(means.school().apply(spot), conversation))
                    .ifPresent(question ->
                            means.memory().unanswered(spot.person(), Waiting.mark(question.text()), question));
        }
    }

    /** Keeps the question that {@code mark} stands for, until it is answered. */
    public Kept keep(S spot, String mark) {
        Optional<Waiting> before =
                of(spot).stream().filter(one -> one.mark().equals(mark)).findFirst();
        if (before.isPresent()) {
            return new Kept.Already(before.get().question().text());
        }
        Optional<Question> question = means.memory().unanswered(spot.person(), mark);
        if (means.waits().isEmpty() || question.isEmpty()) {
            return new Kept.Gone();
        }
        Waits<S> waits = means.waits().get();
        String words = question.get().text();
        Awaiting.Kept kept =
                waits.awaited().keep(means.school().apply(spot), waits.address().apply(spot), question.get());
        return switch (kept) {
            case KEPT -> new Kept.New(words);
            case ALREADY -> new Kept.Already(words);
            case TOO_MANY -> new Kept.TooMany(Awaited.MOST);
        };
    }

    /** Forgets the question that {@code mark} stands for; its words, or empty when nobody waited for it. */
    public Optional<String> takeBack(S spot, String mark) {
        return means.waits()
                .flatMap(waits -> waits.awaited()
                        .takeBack(means.school().apply(spot), waits.address().apply(spot), mark))
                .map(waiting -> waiting.question().text());
    }

    /** What somebody waits for, the longest waited for first. */
    public List<Waiting> of(S spot) {
        return means.waits()
                .map(waits -> waits.awaited()
                        .of(means.school().apply(spot), waits.address().apply(spot)))
                .orElse(List.of());
    }
}
