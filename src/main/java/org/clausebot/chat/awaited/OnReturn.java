package org.clausebot.chat.awaited;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.policy.SchoolId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those whom nobody can reach, when they come back by themselves: their questions are asked again then, once for each
 * state of the policies. Thread-safe.
 */
public final class OnReturn {
    private static final Logger LOG = LoggerFactory.getLogger(OnReturn.class);

    private final Awaited awaited;
    private final Supplier<String> known;
    private final Function<Question, Answer> answerer;

    /** As {@link AskingAgain}. */
    public OnReturn(Awaited awaited, Supplier<String> known, Function<Question, Answer> answerer) {
        this.awaited = awaited;
        this.known = known;
        this.answerer = answerer;
    }

    /** What to tell somebody who is there now. */
    public record News(Waiting waiting, Answer.Quoted answer) {}

    /** What somebody waited for and the policies answer now, the longest waited for first; forgotten on return. */
    public List<News> take(SchoolId school, Address to) {
        String now = known.get();
        List<News> news = new ArrayList<>();
        for (Awaiting.Row row : awaited.notAskedOf(school, to, now)) {
            try {
                again(row, now).filter(one -> awaited.take(row)).ifPresent(news::add);
            } catch (RuntimeException e) {
                // Whoever came back sees their page all the same. The message might hold what they asked.
                LOG.warn(
                        "A question that is waited for could not be asked again: {}",
                        e.getClass().getSimpleName());
            }
        }
        return List.copyOf(news);
    }

    private Optional<News> again(Awaiting.Row row, String now) {
        Waiting waiting = awaited.open(row);
        if (answerer.apply(waiting.question()) instanceof Answer.Quoted answer) {
            return Optional.of(new News(waiting, answer));
        }
        awaited.asked(row, now);
        return Optional.empty();
    }
}
