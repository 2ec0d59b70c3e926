package org.clausebot.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever guesses at the sign-in. From an address, or at an account, the first {@value #FREE} failures cost nothing; each after
 * that doubles the wait, up to fifteen minutes. All addresses together have a budget as well.
 */
public final class Attempts {
    private static final int FREE = 5;
    private static final int MAX_ADDRESSES = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final String EVERYBODY = "everybody";

    private final Clock clock;
    private final RateLimit overall;
    private final Map<String, Failures> byAddress = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    private record Failures(int count, Instant waitUntil) {}

    public Attempts(Clock clock) {
        this.clock = clock;
        this.overall = new RateLimit(100, Duration.ofSeconds(2), clock);
    }

    /** Whole seconds until {@code address} may try; 0 for now. */
    public synchronized long mustWait(String address) {
        Failures failures = byAddress.get(address);
        long own = failures == null ? 0 : seconds(Duration.between(clock.instant(), failures.waitUntil));
        return Math.max(own, overall.peek(EVERYBODY));
    }

    /** Counts a failure of {@code address}. */
    public synchronized void failed(String address) {
        overall.take(EVERYBODY);
        Failures before = byAddress.get(address);
        Instant until = clock.instant();
        int count = 1;
        if (before != null && !before.waitUntil.plus(LONGEST).isBefore(until)) {
            count = before.count + 1;
        }
        if (count >= FREE) {
            Duration doubled = Duration.ofSeconds(1L << Math.min(20, count - FREE + 1));
            until = until.plus(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
        }
        byAddress.put(address, new Failures(count, until));
    }

    /** Forgets the failures of {@code address}. */
    public synchronized void succeeded(String address) {
        byAddress.remove(address);
    }

    private static long seconds(Duration wait) {
        return wait.isNegative() || wait.isZero() ? 0 : wait.toSeconds() + 1;
    }
}
