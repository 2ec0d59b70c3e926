package org.clausebot.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.clausebot.incident.Reporter;

/**
 * Who had to do with a report a short while ago, in memory only. What they ask then may be about it, though it is put as a
 * question to the policy, and is not logged.
 */
final class Writing {
    private static final Duration A_WHILE = Duration.ofMinutes(30);
    private static final int PEOPLE = 20_000;

    private final Cache<Reporter, Boolean> lately;

    Writing(Clock clock) {
        this.lately = Caffeine.newBuilder()
                .expireAfterWrite(A_WHILE)
                .maximumSize(PEOPLE)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Gives {@code reply} back, and notes if any of it belongs to a report. */
    Reply noting(Reporter who, Reply reply) {
        boolean policyAlone =
                reply.ofPolicy().filter(part -> part.equals(reply)).isPresent();
        if (!policyAlone) {
            touch(who);
        }
        return reply;
    }

    void touch(Reporter who) {
        lately.put(who, true);
    }

    boolean is(Reporter who) {
        return lately.getIfPresent(who) != null;
    }
}
