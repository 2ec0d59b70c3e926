package org.clausebot.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Question;
import org.clausebot.policy.SchoolId;

/**
 * Answers from the policies, and remembers the last few questions of each conversation, in memory only, so that "what if
 * it's an emergency?" can be understood. Nothing that belongs to a report comes here, so this is where questions are logged.
 */
public final class PolicyAssistant implements Assistant {
    /** How many earlier questions of a conversation are kept. */
    private static final int TURNS_KEPT = 4;

    private final Function<Question, Answer> answerer;
    private final int longestQuestion;
    private final Cache<ConversationKey, Remembered> conversations;
    private final Predicate<String> onlyAsking;
    private final Logging logging;
    private final PastPolicies past;
    private final Clock clock;

    /**
     * What is known of a conversation.
     *
     * @param asked the last questions that asked something of the policy, oldest first
     * @param urgent the message before, if it was taken as urgent; empty otherwise
     * @param wasUrgent whether any message was: what follows may tell of it
     * @param unanswered the last question, if no clause answers it
     */
    private record Remembered(List<String> asked, String urgent, boolean wasUrgent, Optional<Question> unanswered) {
        static final Remembered NOTHING = new Remembered(List.of(), "", false, Optional.empty());

        /** Only what asked something of the policy helps to understand the next question. */
        Remembered after(Question question, Answer answer) {
            String words = answer.findings().question();
            return switch (answer) {
                case Answer.Quoted a -> new Remembered(and(words), "", wasUrgent, Optional.empty());
                case Answer.Nearest a -> new Remembered(and(words), "", wasUrgent, Optional.of(question));
                case Answer.Urgent a -> new Remembered(asked, words, true, Optional.empty());
                case Answer.NotCovered a -> new Remembered(asked, "", wasUrgent, Optional.of(question));
                case Answer.SmallTalk a -> new Remembered(asked, "", wasUrgent, Optional.empty());
            };
        }

        private List<String> and(String words) {
            List<String> all = new ArrayList<>(asked);
            all.add(words);
            return List.copyOf(all.subList(Math.max(0, all.size() - TURNS_KEPT), all.size()));
        }
    }

    /**
     * @param answerer answers one question; thread-safe
     * @param onlyAsking knows a message that says that nothing has happened and the one before was only a question
     * @param longestQuestion how many characters a question may have
     * @param forgetAfter how long after the last question a conversation is forgotten
     * @param conversationsKept how many conversations are remembered at once; beyond it the idlest are forgotten
     * @param clock tells when a conversation was last used
     */
    public PolicyAssistant(
            Function<Question, Answer> answerer,
            Predicate<String> onlyAsking,
            int longestQuestion,
            Duration forgetAfter,
            int conversationsKept,
            Clock clock) {
        this(answerer, onlyAsking, longestQuestion, forgetAfter, conversationsKept, clock, Logging.none());
    }

    /** @param logging takes down what is asked */
    public PolicyAssistant(
            Function<Question, Answer> answerer,
            Predicate<String> onlyAsking,
            int longestQuestion,
            Duration forgetAfter,
            int conversationsKept,
            Clock clock,
            Logging logging) {
        this(answerer, PastPolicies.NONE, onlyAsking, longestQuestion, forgetAfter, conversationsKept, clock, logging);
    }

    /** @param past answers what a policy said at an earlier time */
    public PolicyAssistant(
            Function<Question, Answer> answerer,
            PastPolicies past,
            Predicate<String> onlyAsking,
            int longestQuestion,
            Duration forgetAfter,
            int conversationsKept,
            Clock clock,
            Logging logging) {
        this.past = past;
        this.logging = logging;
        this.clock = clock;
        this.answerer = answerer;
        this.onlyAsking = onlyAsking;
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
        int length = text.codePointCount(0, text.length());
        if (length > longestQuestion) {
            return new Reply.TooLong(length, longestQuestion);
        }
        ConversationKey key = new ConversationKey(incoming.school(), incoming.conversation());
        Remembered before = conversations.asMap().getOrDefault(key, Remembered.NOTHING);
        boolean only = !before.urgent().isEmpty() && onlyAsking.test(text);
        Optional<Answer> ofLog = logging.command(incoming);
        if (ofLog.isPresent()) {
            return new Reply.Answered(ofLog.get());
        }
        long begun = clock.millis();
        Question question = new Question(only ? before.urgent() : text, before.asked(), only).within(incoming.policy());
        Answer answer = atItsTime(question, answerer.apply(question));
        remember(key, question, answer);
        if (!before.wasUrgent()) {
            logging.note(incoming, answer, Duration.ofMillis(clock.millis() - begun));
        }
        return new Reply.Answered(answer);
    }

    /** What was asked of an earlier time is answered from it; but first steps come before anything, whenever it was. */
    private Answer atItsTime(Question question, Answer now) {
        Optional<PastQuestion> then =
                past.isKept() ? PastQuestion.read(question.text(), LocalDate.now(clock)) : Optional.empty();
        if (then.isEmpty()) {
            return now;
        }
        if (now instanceof Answer.Urgent urgent) {
            // An earlier version may have to be opened first, and first steps wait for nothing.
            return urgent.above(Optional.empty());
        }
        Question asked = new Question(then.get().question(), List.of(), question.onlyAsking(), question.place());
        return past.answer(then.get().first(), then.get().last(), asked)
                .filter(answer -> !(answer instanceof Answer.Urgent))
                .orElseGet(() -> new Answer.SmallTalk(
                        new Findings(question.text(), 0, List.of()), Answer.SmallTalk.Kind.NO_SUCH_VERSION));
    }

    /**
     * The last question of a conversation with what was asked before it, if no clause answered it; so that somebody can be
     * told when one does.
     */
    public Optional<Question> unanswered(SchoolId school, String conversation) {
        return Optional.ofNullable(conversations.getIfPresent(new ConversationKey(school, conversation)))
                .flatMap(Remembered::unanswered);
    }

    private void remember(ConversationKey key, Question question, Answer answer) {
        conversations
                .asMap()
                .compute(key, (same, before) -> (before == null ? Remembered.NOTHING : before).after(question, answer));
    }

    private record ConversationKey(SchoolId school, String conversation) {}
}
