package org.clausebot.chat.slack.wire;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Caches that forget by the program's clock. */
final class Ticking {
    private Ticking() {}

    static Ticker by(Clock clock) {
        return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
