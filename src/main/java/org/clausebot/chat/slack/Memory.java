package org.clausebot.chat.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Reply;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.block.ButtonValue;

/**
 * What is known for a while, in memory only and of few people at once. All of it may be forgotten: then a person is asked
 * to say something again.
 */
final class Memory {
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int PEOPLE = 10_000;
    private static final int ANSWERS = 2_000;

    private final Cache<String, Kept> literals;
    private final Cache<String, URI> links;
    private final Cache<String, String> elsewhere;
    private final Cache<Shown, Shareable> shareables;
    private final Cache<String, Boolean> really;
    private final Cache<String, Reply.Sent> sent;

    private record Kept(String token, String message) {}

    private record Shown(String asker, String channel, String share) {}

    /**
     * An answer that its asker may share.
     *
     * @param at the thread to share it in
     */
    record Shareable(Place at, Answer answer) {}

    Memory(Clock clock) {
        this.literals = forgetting(HALF_AN_HOUR, PEOPLE, clock);
        this.links = forgetting(HALF_A_DAY, PEOPLE, clock);
        this.elsewhere = forgetting(HALF_AN_HOUR, PEOPLE, clock);
        this.shareables = forgetting(HALF_A_DAY, ANSWERS, clock);
        this.really = forgetting(HALF_AN_HOUR, PEOPLE, clock);
        this.sent = forgetting(AN_HOUR, ANSWERS, clock);
    }

    static <K, V> Cache<K, V> forgetting(Duration after, int most, Clock clock) {
        return Caffeine.newBuilder()
                .expireAfterWrite(after)
                .maximumSize(most)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Keeps the words that may have been the answer after all, so that they need not stand in a button. */
    void offered(Member who, Asking asking) {
        if (!asking.literal().isEmpty()) {
            literals.put(Identity.key(who), new Kept(asking.token(), asking.literal()));
        }
    }

    /** The words offered last, if it was at this step; then they are forgotten. */
    Optional<String> takeOffered(Member who, String token) {
        Kept kept = literals.getIfPresent(Identity.key(who));
        if (kept == null || !kept.token.equals(token)) {
            return Optional.empty();
        }
        literals.invalidate(Identity.key(who));
        return Optional.of(kept.message);
    }

    /** Keeps the address of the message that somebody wants to report. */
    void link(Member who, URI link) {
        links.put(Identity.key(who), link);
    }

    Optional<URI> link(Member who) {
        return Optional.ofNullable(links.getIfPresent(Identity.key(who)));
    }

    void forgetLink(Member who) {
        links.invalidate(Identity.key(who));
    }

    /** Notes that somebody was answered directly on what they asked in another conversation. */
    void answeredElsewhere(Member who, String conversation) {
        elsewhere.put(Identity.key(who), conversation);
    }

    /** The conversation of what they were answered last, if it was another than the one they are in. */
    Optional<String> takeElsewhere(Member who) {
        return Optional.ofNullable(elsewhere.asMap().remove(Identity.key(who)));
    }

    void shareable(Member asker, Place shownAt, ButtonValue.Share share, Shareable answer) {
        shareables.put(new Shown(Identity.key(asker), shownAt.channel(), share.value()), answer);
    }

    /** What {@code presser} was shown there and may share; empty when it was shown to somebody else, or long ago. */
    Optional<Shareable> takeShareable(Member presser, Place shownAt, ButtonValue.Share share) {
        return Optional.ofNullable(
                shareables.asMap().remove(new Shown(Identity.key(presser), shownAt.channel(), share.value())));
    }

    /** Notes that somebody was asked whether they really want to throw their report away. */
    void reallyAsked(Member who) {
        really.put(Identity.key(who), true);
    }

    boolean takeReallyAsked(Member who) {
        return really.asMap().remove(Identity.key(who)) != null;
    }

    /** Keeps a receipt for as long as it can be seen again. */
    void sent(Member who, Reply.Sent receipt) {
        sent.put(Identity.key(who), receipt);
    }

    Optional<Reply.Sent> sent(Member who) {
        return Optional.ofNullable(sent.getIfPresent(Identity.key(who)));
    }
}
