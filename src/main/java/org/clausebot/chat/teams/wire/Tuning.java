package org.clausebot.chat.teams.wire;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.clausebot.chat.inbox.Pause;

/**
 * What tests change.
 *
 * @param random for the jitter of waits
 * @param answer how long Teams is let wait for the answer to a press or a dialog
 * @param drain how long a stop waits for what is being worked on
 * @param send how long a stop waits for what was said to be sent
 * @param request how long one call to Microsoft may take
 * @param connector where messages go to a tenant that nothing has come from yet
 */
record Tuning(
        Pause pause,
        RandomGenerator random,
        Duration answer,
        Duration drain,
        Duration send,
        Duration request,
        URI connector) {
    static Tuning usual() {
        return new Tuning(
                Thread::sleep,
                new SecureRandom(),
                Duration.ofSeconds(8),
                Duration.ofSeconds(5),
                Duration.ofSeconds(8),
                Duration.ofSeconds(10),
                URI.create("https://smba.trafficmanager.net/teams/"));
    }
}
