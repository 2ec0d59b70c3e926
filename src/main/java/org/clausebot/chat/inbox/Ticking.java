package org.clausebot.chat.inbox;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Caches that forget by the program's clock. */
public final class Ticking {
    private Ticking() {}

    public static Ticker by(Clock clock) {
        return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
