package org.clausebot.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a failure: a minute, then twice as long each time up to an hour, give or take a quarter. */
record Backoff(RandomGenerator random) {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofHours(1);

    /** @param failures how many there were in a row, 1 or more */
    Duration after(int failures) {
        long doubled = FIRST.toMillis() << Math.clamp(failures - 1, 0, 16);
        // Many that failed together should not come back together.
        return Duration.ofMillis((long) (Math.min(doubled, MOST.toMillis()) * random.nextDouble(0.75, 1.25)));
    }
}
