package org.clausebot.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.clausebot.answer.Answer.Concern;
import org.clausebot.flow.Conversation;
import org.clausebot.incident.Reporter;
import org.clausebot.incident.Reporting.Unfinished;

/**
 * What is known, in memory only, of the reports that people are in the middle of. All of it may be forgotten: then a
 * person sees first steps or a receipt again.
 */
final class Open {
    /** After this long without an answer, a message is no longer taken for one. */
    private static final Duration IDLE = Duration.ofMinutes(30);
    /** A receipt is shown again only to a button pressed twice. */
    private static final Duration RECEIPT = Duration.ofMinutes(5);

    private static final Duration DAY = Duration.ofHours(12);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Cache<Reporter, Boolean> offered;
    private final Cache<String, Set<Concern>> shown;
    private final Cache<Reporter, JustSent> sent;
    private final Cache<Reporter, Boolean> seen;

    private record JustSent(String conversation, Reply.Sent reply) {}

    Open(Clock clock) {
        this.clock = clock;
        this.offered = forgetting(DAY);
        this.shown = forgetting(DAY);
        this.sent = forgetting(RECEIPT);
        this.seen = forgetting(DAY);
    }

    private <K, V> Cache<K, V> forgetting(Duration after) {
        return Caffeine.newBuilder()
                .expireAfterWrite(after)
                .maximumSize(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Whether a message is to be taken as an answer: the person has not left, and was here a short while ago. */
    boolean inProgress(Unfinished kept) {
        return !kept.paused() && kept.conversation().touchedAt().plus(IDLE).isAfter(clock.instant());
    }

    /** Whether to offer going on now: once in a while, not with every answer. */
    boolean offers(Reporter who) {
        return offered.asMap().putIfAbsent(who, true) == null;
    }

    /** Whether first steps for {@code concern} are news in this conversation. */
    boolean firstTime(Conversation conversation, Concern concern) {
        return shown.get(conversation.id(), id -> EnumSet.noneOf(Concern.class)).add(concern);
    }

    void sent(Reporter who, Conversation conversation, Reply.Sent reply) {
        forget(conversation);
        sent.put(who, new JustSent(conversation.id(), reply));
        seen.put(who, true);
    }

    /** What was shown when {@code conversation} was sent, if that was a moment ago. */
    Optional<Reply> sent(Reporter who, String conversation) {
        return Optional.ofNullable(sent.getIfPresent(who))
                .filter(just -> just.conversation.equals(conversation))
                .map(JustSent::reply);
    }

    /** Whether a receipt was shown to this person by this process. */
    boolean hasSeenReceipt(Reporter who) {
        return seen.getIfPresent(who) != null;
    }

    void seenReceipt(Reporter who) {
        seen.put(who, true);
    }

    void forget(Conversation conversation) {
        shown.invalidate(conversation.id());
    }
}
