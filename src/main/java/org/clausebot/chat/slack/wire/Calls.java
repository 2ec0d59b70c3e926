package org.clausebot.chat.slack.wire;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clausebot.chat.inbox.Waits;
import org.clausebot.chat.slack.Delivered.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls Slack's Web API. What Slack asks to wait for is waited for; what fails on the way is tried again, a few times and
 * ever later; what Slack refuses is logged by method and error alone.
 */
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final int MOST_WAITS = 10;
    /** The same failure is logged once in this time; the counters have each. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private static final Set<String> PASSING =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org");
    private static final Set<String> TOO_FAST = Set.of("ratelimited", "rate_limited", "message_limit_exceeded");

    /** An answer to the question who has an address, and no failure. */
    private static final String NOBODY = "users_not_found";

    private final Slack slack;
    private final Tokens tokens;
    private final Clock clock;
    private final Tuning tuning;
    private final MeterRegistry meters;
    private final Quiet quiet;
    /** Until when a method of a workspace must not be called. */
    private final Map<String, Instant> blocked = new ConcurrentHashMap<>();

    Calls(Slack slack, Tokens tokens, MeterRegistry meters, Clock clock, Tuning tuning) {
        this.slack = slack;
        this.tokens = tokens;
        this.meters = meters;
        this.clock = clock;
        this.tuning = tuning;
        this.quiet = new Quiet(SILENCE, clock);
    }

    /** One call. */
    @FunctionalInterface
    interface Call<T extends SlackApiTextResponse> {
        T on(MethodsClient client) throws IOException, SlackApiException;
    }

    /**
     * How it ended.
     *
     * @param value when Slack did it
     * @param error Slack's code, {@code unreachable} or {@code not_installed}; empty when Slack did it
     */
    record Outcome<T>(Optional<T> value, String error) {
        /** True when Slack answered, and said no. */
        boolean isRefused() {
            return value.isEmpty() && !error.equals("unreachable");
        }
    }

    /** What is to be done after a try that did not succeed. */
    private sealed interface Next {
        record Wait(Duration time) implements Next {}

        record Again(String why) implements Next {}

        record Give(String error) implements Next {}
    }

    /**
     * @param method such as {@code chat.postMessage}
     * @param tries 1 or more; waits that Slack asks for do not count
     */
    <T extends SlackApiTextResponse> Outcome<T> ask(String method, Member member, int tries, Call<T> call) {
        Optional<Tokens.Access> access = tokens.of(member.enterprise(), member.team());
        if (access.isEmpty()) {
            return ended(method, "not_installed");
        }
        MethodsClient client = slack.methods(access.get().token().value());
        String lane = member.team() + "/" + method;
        int waits = 0;
        for (int failed = 0; failed < tries; ) {
            try {
                waitWhileBlocked(lane);
                Next next;
                try {
                    T answer = call.on(client);
                    if (answer.isOk()) {
                        return new Outcome<>(Optional.of(answer), "");
                    }
                    next = after(answer);
                } catch (SlackApiException e) {
                    next = after(e);
                } catch (IOException | JsonParseException e) {
                    next = new Next.Again(e.getClass().getSimpleName());
                }
                switch (next) {
                    case Next.Give(String error) -> {
                        return ended(method, error);
                    }
                    case Next.Wait(Duration time) -> {
                        blocked.put(lane, clock.instant().plus(time));
                        count(method, "waited");
                        if (++waits > MOST_WAITS) {
                            return ended(method, "ratelimited");
                        }
                    }
                    case Next.Again(String why) -> {
                        failed++;
                        LOG.debug("{} did not succeed: {}", method, why);
                        if (failed < tries) {
                            tuning.pause().of(Waits.backoff(failed, tuning.random()));
                        }
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ended(method, "unreachable");
            }
        }
        return ended(method, "unreachable");
    }

    private void waitWhileBlocked(String lane) throws InterruptedException {
        Instant until = blocked.get(lane);
        if (until == null) {
            return;
        }
        Duration left = Duration.between(clock.instant(), until);
        if (left.isPositive()) {
            tuning.pause().of(left);
        }
        blocked.remove(lane, until);
    }

    private static Next after(SlackApiTextResponse answer) {
        String error = Optional.ofNullable(answer.getError()).orElse("unknown");
        if (TOO_FAST.contains(error)) {
            List<String> header = Optional.ofNullable(answer.getHttpResponseHeaders())
                    .map(headers -> headers.getOrDefault("retry-after", List.of()))
                    .orElse(List.of());
            return new Next.Wait(Waits.asked(header.isEmpty() ? "1" : header.getFirst()));
        }
        return PASSING.contains(error) ? new Next.Again(error) : new Next.Give(error);
    }

    private static Next after(SlackApiException e) {
        int status = e.getResponse().code();
        if (status == 429) {
            return new Next.Wait(Waits.asked(
                    Optional.ofNullable(e.getResponse().header("Retry-After")).orElse("1")));
        }
        if (status >= 500) {
            return new Next.Again("status " + status);
        }
        return new Next.Give(
                e.getError() == null || e.getError().getError() == null
                        ? "status_" + status
                        : e.getError().getError());
    }

    private <T> Outcome<T> ended(String method, String error) {
        if (error.equals(NOBODY)) {
            return new Outcome<>(Optional.empty(), error);
        }
        count(method, error.equals("unreachable") ? "unreachable" : "refused");
        String safe = error.matches("[a-z0-9_]{1,60}") ? error : "error";
        quiet.note(method + " " + safe)
                .ifPresent(silent -> LOG.warn("Slack did not do {}: {}{}", method, safe, more(silent)));
        return new Outcome<>(Optional.empty(), error);
    }

    private static String more(int silent) {
        return silent == 0 ? "" : " (and " + silent + " times more since this was last said)";
    }

    /** Those that succeed are not counted: less the questions, they would tell how many reports there are. */
    void count(String method, String outcome) {
        Counter.builder("clausebot.slack.calls")
                .description("Calls of Slack's Web API that did not succeed at once")
                .tag("method", method)
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }
}
