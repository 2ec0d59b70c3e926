package org.clausebot.chat.talk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Keeps things in memory for a while. */
public final class Forgetting {
    private Forgetting() {}

    /**
     * Keeps each for {@code after} and no longer.
     *
     * @param most beyond this many some are forgotten sooner
     */
    public static <K, V> Cache<K, V> after(Duration after, int most, Clock clock) {
        return Caffeine.newBuilder()
                .expireAfterWrite(after)
                .maximumSize(most)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }
}
