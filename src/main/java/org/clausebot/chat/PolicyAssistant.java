package org.clausebot.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.policy.SchoolId;

/**
 * Answers from the policies, and remembers the last few questions of each conversation, in memory only, so that "what if
 * it's an emergency?" can be understood. What was asked is forgotten after a while and never written down here.
 */
public final class PolicyAssistant implements Assistant {
    /** How many earlier questions of a conversation are kept. */
    private static final int TURNS_KEPT = 4;

    private final Function<Question, Answer> answerer;
    private final int longestQuestion;
    private final Cache<ConversationKey, List<String>> conversations;

    /**
     * @param answerer answers one question; thread-safe
     * @param longestQuestion how many characters a question may have
     * @param forgetAfter how long after the last question a conversation is forgotten
     * @param conversationsKept how many conversations are remembered at once; beyond it the idlest are forgotten
     * @param clock tells when a conversation was last used
     */
    public PolicyAssistant(
            Function<Question, Answer> answerer,
            int longestQuestion,
            Duration forgetAfter,
            int conversationsKept,
            Clock clock) {
        this.answerer = answerer;
        this.longestQuestion = longestQuestion;
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.conversations = Caffeine.newBuilder()
                .expireAfterAccess(forgetAfter)
                .maximumSize(conversationsKept)
                .ticker(ticker)
                .build();
    }

    @Override
    public Reply reply(Incoming incoming) {
        String text = incoming.text().strip();
        if (text.isEmpty()) {
            return new Reply.Blank();
        }
        if (text.length() > longestQuestion) {
            return new Reply.TooLong(text.length(), longestQuestion);
        }
        ConversationKey key = new ConversationKey(incoming.school(), incoming.conversation());
        List<String> earlier = conversations.asMap().getOrDefault(key, List.of());
        Answer answer = answerer.apply(new Question(text, earlier));
        remember(key, answer);
        return new Reply.Answered(answer);
    }

    /** Only what asked something of the policy helps to understand the next question. */
    private void remember(ConversationKey key, Answer answer) {
        boolean worthKeeping = switch (answer) {
            case Answer.Quoted a -> true;
            case Answer.Nearest a -> true;
            case Answer.NotCovered a -> false;
            case Answer.Urgent a -> false;
            case Answer.SmallTalk a -> false;
        };
        if (worthKeeping) {
            conversations.asMap().merge(key, List.of(answer.findings().question()), (before, now) -> {
                List<String> all = new ArrayList<>(before);
                all.addAll(now);
                return List.copyOf(all.subList(Math.max(0, all.size() - TURNS_KEPT), all.size()));
            });
        }
    }

    private record ConversationKey(SchoolId school, String conversation) {}
}
