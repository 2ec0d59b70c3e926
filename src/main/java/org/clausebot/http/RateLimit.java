package org.clausebot.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bucket of permits for each caller, refilled steadily. Knows at most {@value #MAX_CALLERS} callers, so that strangers
 * cannot fill memory; the one not heard of for longest is forgotten first.
 */
final class RateLimit {
    private static final int MAX_CALLERS = 10_000;

    private final int burst;
    private final Duration refill;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_CALLERS;
        }
    };

    private record Bucket(double permits, Instant at) {}

    /**
     * @param burst how many at once
     * @param refill how long until one more is allowed
     */
    RateLimit(int burst, Duration refill, Clock clock) {
        if (burst < 1 || refill.isZero() || refill.isNegative()) {
            throw new IllegalArgumentException("A rate limit allows at least one, and refills");
        }
        this.burst = burst;
        this.refill = refill;
        this.clock = clock;
    }

    /** Takes a permit. Gives 0, or the whole seconds to wait until there is one. */
    synchronized long take(String caller) {
        double permits = permits(caller);
        if (permits >= 1) {
            buckets.put(caller, new Bucket(permits - 1, clock.instant()));
            return 0;
        }
        return waitFor(permits);
    }

    /** As {@link #take}, but takes nothing. */
    synchronized long peek(String caller) {
        double permits = permits(caller);
        return permits >= 1 ? 0 : waitFor(permits);
    }

    private double permits(String caller) {
        Bucket bucket = buckets.get(caller);
        if (bucket == null) {
            return burst;
        }
        double since = Math.max(0, Duration.between(bucket.at, clock.instant()).toNanos());
        return Math.min(burst, bucket.permits + since / refill.toNanos());
    }

    private long waitFor(double permits) {
        return Math.max(1, (long) Math.ceil((1 - permits) * refill.toNanos() / 1e9));
    }
}
