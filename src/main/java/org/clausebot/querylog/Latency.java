package org.clausebot.querylog;

import java.time.Duration;

/** How long an answer took, as finely as it is kept: exact times could be matched with other logs. */
public enum Latency {
    UNDER_300_MS(Duration.ofMillis(300)),
    UNDER_1_S(Duration.ofSeconds(1)),
    UNDER_3_S(Duration.ofSeconds(3)),
    SLOWER(Duration.ofDays(1));

    private final Duration below;

    Latency(Duration below) {
        this.below = below;
    }

    static Latency of(Duration took) {
        for (Latency latency : values()) {
            if (took.compareTo(latency.below) < 0) {
                return latency;
            }
        }
        return SLOWER;
    }
}
