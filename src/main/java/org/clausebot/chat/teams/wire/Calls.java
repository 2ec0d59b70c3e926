package org.clausebot.chat.teams.wire;

import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.restclient.RestException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.clausebot.chat.inbox.Waits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the connector. What it asks to wait for is waited for; what fails on the way is tried again, a few times and ever
 * later; what it refuses is logged by call and status alone.
 */
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final int TRIES = 5;
    private static final int MOST_WAITS = 10;
    /** Microsoft names 412, 502 and 504; the others are as passing. */
    private static final Set<Integer> PASSING = Set.of(408, 412, 500, 502, 503, 504);

    private final Connectors connectors;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Tuning tuning;
    /** Until when a conversation must be left alone. */
    private final Map<String, Instant> blocked = new ConcurrentHashMap<>();

    Calls(Connectors connectors, MeterRegistry meters, Clock clock, Tuning tuning) {
        this.connectors = connectors;
        this.meters = meters;
        this.clock = clock;
        this.tuning = tuning;
    }

    /** One call. */
    @FunctionalInterface
    interface Call<T> {
        CompletableFuture<T> on(ConnectorClient client);
    }

    /**
     * How it ended.
     *
     * @param value when Teams did it
     * @param status of its refusal; 0 when it did it, or could not be reached
     */
    record Outcome<T>(Optional<T> value, int status) {
        /** True when Teams answered, and said no. */
        boolean isRefused() {
            return value.isEmpty() && status != 0;
        }
    }

    private sealed interface Next {
        record Wait(Duration time) implements Next {}

        record Again(String why) implements Next {}

        record Give(int status) implements Next {}
    }

    /**
     * @param name such as {@code send}
     * @param service the connector's address
     * @param conversation is left alone when Teams asks for it
     */
    <T> Outcome<T> ask(String name, String service, String conversation, Call<T> call) {
        int waits = 0;
        String last = "";
        for (int failed = 0; failed < TRIES; ) {
            try {
                waitWhileBlocked(conversation);
                Next next;
                try {
                    return new Outcome<>(
                            Optional.ofNullable(call.on(connectors.at(service)).join()), 0);
                } catch (CompletionException e) {
                    next = after(e.getCause() == null ? e : e.getCause());
                } catch (RuntimeException e) {
                    next = after(e);
                }
                switch (next) {
                    case Next.Give(int status) -> {
                        return refused(name, status);
                    }
                    case Next.Wait(Duration time) -> {
                        blocked.put(conversation, clock.instant().plus(time));
                        count(name, "waited");
                        if (++waits > MOST_WAITS) {
                            return refused(name, 429);
                        }
                    }
                    case Next.Again(String why) -> {
                        failed++;
                        last = why;
                        if (failed < TRIES) {
                            tuning.pause().of(Waits.backoff(failed, tuning.random()));
                        }
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return unreachable(name, last);
            }
        }
        return unreachable(name, last);
    }

    private void waitWhileBlocked(String conversation) throws InterruptedException {
        Instant until = blocked.get(conversation);
        if (until == null) {
            return;
        }
        Duration left = Duration.between(clock.instant(), until);
        if (left.isPositive()) {
            tuning.pause().of(left);
        }
        blocked.remove(conversation, until);
    }

    private Next after(Throwable fault) {
        if (!(fault instanceof RestException refusal) || refusal.response() == null) {
            return fault instanceof Error error
                    ? rethrow(error)
                    : new Next.Again(fault.getClass().getSimpleName());
        }
        int status = refusal.response().code();
        if (status == 429) {
            String header = refusal.response().headers().get("Retry-After");
            double jitter = 1 + 0.2 * tuning.random().nextDouble();
            return new Next.Wait(Duration.ofMillis(
                    (long) (Waits.asked(header == null ? "1" : header).toMillis() * jitter)));
        }
        return PASSING.contains(status) ? new Next.Again("status " + status) : new Next.Give(status);
    }

    private static Next rethrow(Error error) {
        throw error;
    }

    private <T> Outcome<T> refused(String name, int status) {
        count(name, "refused");
        LOG.warn("Teams did not do {}: status {}", name, status);
        return new Outcome<>(Optional.empty(), status);
    }

    private <T> Outcome<T> unreachable(String name, String why) {
        count(name, "unreachable");
        LOG.warn("Teams did not do {}: it cannot be reached ({})", name, why);
        return new Outcome<>(Optional.empty(), 0);
    }

    /** Those that succeed are not counted: less the questions, they would tell how many reports there are. */
    private void count(String name, String outcome) {
        Counter.builder("clausebot.teams.calls")
                .description("Calls of the connector that did not succeed at once")
                .tag("call", name)
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }
}
