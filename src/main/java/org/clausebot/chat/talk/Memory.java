package org.clausebot.chat.talk;

import com.github.benmanes.caffeine.cache.Cache;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.clausebot.answer.Question;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Reply;

/**
 * What is known for a while, in memory only and of few people at once. All of it may be forgotten: then a person is asked
 * to say something again. People are named as {@link Spot#person} names them.
 */
public final class Memory {
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int PEOPLE = 10_000;
    private static final int RECEIPTS = 2_000;

    private final Cache<String, Kept> literals;
    private final Cache<String, URI> links;
    private final Cache<String, String> elsewhere;
    private final Cache<String, Boolean> really;
    private final Cache<String, Reply.Sent> sent;
    private final Cache<Marked, Question> unanswered;

    private record Kept(String token, String message) {}

    private record Marked(String person, String mark) {}

    public Memory(Clock clock) {
        this.literals = Forgetting.after(HALF_AN_HOUR, PEOPLE, clock);
        this.links = Forgetting.after(HALF_A_DAY, PEOPLE, clock);
        this.elsewhere = Forgetting.after(HALF_AN_HOUR, PEOPLE, clock);
        this.really = Forgetting.after(HALF_AN_HOUR, PEOPLE, clock);
        this.unanswered = Forgetting.after(HALF_AN_HOUR, PEOPLE, clock);
        this.sent = Forgetting.after(AN_HOUR, RECEIPTS, clock);
    }

    /** Keeps the words that may have been the answer after all, so that they need not stand in a button. */
    public void offered(String person, Asking asking) {
        if (!asking.literal().isEmpty()) {
            literals.put(person, new Kept(asking.token(), asking.literal()));
        }
    }

    /** The words offered last, if it was at this step; then they are forgotten. */
    Optional<String> takeOffered(String person, String token) {
        Kept kept = literals.getIfPresent(person);
        if (kept == null || !kept.token.equals(token)) {
            return Optional.empty();
        }
        literals.invalidate(person);
        return Optional.of(kept.message);
    }

    /** Keeps the address of the message that somebody wants to report. */
    public void link(String person, URI link) {
        links.put(person, link);
    }

    public Optional<URI> link(String person) {
        return Optional.ofNullable(links.getIfPresent(person));
    }

    public void forgetLink(String person) {
        links.invalidate(person);
    }

    /** Notes that somebody was answered directly on what they asked in another conversation. */
    void answeredElsewhere(String person, String conversation) {
        elsewhere.put(person, conversation);
    }

    /** The conversation of what they were answered last, if it was another than the one they are in. */
    Optional<String> takeElsewhere(String person) {
        return Optional.ofNullable(elsewhere.asMap().remove(person));
    }

    /** Notes that somebody was asked whether they really want to throw their report away. */
    void reallyAsked(String person) {
        really.put(person, true);
    }

    boolean takeReallyAsked(String person) {
        return really.asMap().remove(person) != null;
    }

    /** Keeps a receipt for as long as it can be seen again. */
    void sent(String person, Reply.Sent receipt) {
        sent.put(person, receipt);
    }

    public Optional<Reply.Sent> sent(String person) {
        return Optional.ofNullable(sent.getIfPresent(person));
    }

    /** Keeps a question that no clause answered, in case its asker wants to wait for the answer. */
    void unanswered(String person, String mark, Question question) {
        unanswered.put(new Marked(person, mark), question);
    }

    Optional<Question> unanswered(String person, String mark) {
        return Optional.ofNullable(unanswered.getIfPresent(new Marked(person, mark)));
    }
}
