package org.clausebot.chat.inbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long is waited before something is tried again. */
public final class Waits {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Waits() {}

    /** What a {@code Retry-After} header in seconds asks for: from 1 second to 5 minutes; 1 second for anything else. */
    public static Duration asked(String header) {
        if (!header.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(1);
        }
        Duration asked = Duration.ofSeconds(Math.max(1, Long.parseLong(header)));
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    /**
     * Half a second, then ever twice as long up to half a minute, each a fifth more or less.
     *
     * @param failed how often it failed so far, 1 or more
     */
    public static Duration backoff(int failed, RandomGenerator random) {
        double jitter = 0.8 + 0.4 * random.nextDouble();
        return Duration.ofMillis((long) (500 * Math.pow(2, Math.min(6, failed - 1)) * jitter));
    }
}
