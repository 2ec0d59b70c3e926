package org.clausebot.chat.slack.wire;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.clausebot.chat.inbox.Pause;

/**
 * What tests change.
 *
 * @param random for the jitter of waits
 * @param window how long a window that was sent off waits for its answer; Slack gives it three seconds
 * @param drain how long a stop waits for what is being worked on
 * @param send how long a stop waits for what was said to be sent
 * @param request how long one call of the Web API may take
 */
record Tuning(Pause pause, RandomGenerator random, Duration window, Duration drain, Duration send, Duration request) {
    static Tuning usual() {
        return new Tuning(
                Thread::sleep,
                new SecureRandom(),
                Duration.ofMillis(2300),
                Duration.ofSeconds(5),
                Duration.ofSeconds(8),
                Duration.ofSeconds(10));
    }
}
