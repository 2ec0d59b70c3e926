package org.clausebot.chat.slack.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One message a second to a channel, as Slack asks. Called by one thread at a time for a channel. */
final class Pace {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Cache<String, Instant> last;
    private final Clock clock;
    private final Pause pause;

    Pace(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
        this.last = Caffeine.newBuilder()
                .ticker(Ticking.by(clock))
                .expireAfterWrite(BETWEEN.multipliedBy(10))
                .maximumSize(100_000)
                .build();
    }

    /** Waits until the next message may go to {@code channel}. */
    void await(String channel) throws InterruptedException {
        Instant before = last.getIfPresent(channel);
        if (before != null) {
            Duration left = Duration.between(clock.instant(), before.plus(BETWEEN));
            if (left.isPositive()) {
                pause.of(left);
            }
        }
        last.put(channel, clock.instant());
    }
}
