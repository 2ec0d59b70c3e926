package org.clausebot.chat.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** No more messages to a place than its service takes. Called by one thread at a time for a place. */
public final class Pace {
    private final List<Limit> limits;
    private final int most;
    /** When the last messages went to a place, the newest last. */
    private final Cache<String, Deque<Instant>> sent;

    private final Clock clock;
    private final Pause pause;

    /**
     * @param most how many messages, 1 or more
     * @param in such a time
     */
    public record Limit(int most, Duration in) {
        public Limit {
            if (most < 1 || !in.isPositive()) {
                throw new IllegalArgumentException("A limit lets something through, in some time");
            }
        }
    }

    /** @param limits all of them hold; 1 or more */
    public Pace(List<Limit> limits, Clock clock, Pause pause) {
        this.limits = List.copyOf(limits);
        this.most = this.limits.stream().mapToInt(Limit::most).max().orElseThrow();
        this.clock = clock;
        this.pause = pause;
        Duration longest = this.limits.stream()
                .map(Limit::in)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        this.sent = Caffeine.newBuilder()
                .ticker(Ticking.by(clock))
                .expireAfterAccess(longest.multipliedBy(2))
                .maximumSize(100_000)
                .build();
    }

    /** Waits until the next message may go to {@code place}. */
    public void await(String place) throws InterruptedException {
        Deque<Instant> times = sent.get(place, p -> new ArrayDeque<>());
        Instant now = clock.instant();
        Instant free = now;
        for (Limit limit : limits) {
            Instant next = nextBy(limit, times);
            free = next.isAfter(free) ? next : free;
        }
        if (free.isAfter(now)) {
            pause.of(Duration.between(now, free));
        }
        times.addLast(clock.instant());
        if (times.size() > most) {
            times.removeFirst();
        }
    }

    private static Instant nextBy(Limit limit, Deque<Instant> times) {
        if (times.size() < limit.most()) {
            return Instant.MIN;
        }
        return times.stream()
                .skip(times.size() - limit.most())
                .findFirst()
                .orElseThrow()
                .plus(limit.in());
    }
}
