package org.clausebot.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when many requests to quiet routes are refused: forged, too large, malformed. Those routes are neither logged
 * nor counted, because a single line would tell that somebody is reporting; many within a minute are no people who report.
 * Only that there were many is told, not how many, where, or by whom.
 */
final class QuietRefusals {
    /** More than a room full of people can cause by mistake within {@link #WINDOW}. */
    static final int MANY = 30;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(QuietRefusals.class);

    private final Clock clock;
    private final Counter bursts;
    private Instant ends = Instant.MIN;
    private int count;

    QuietRefusals(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        this.bursts = Counter.builder("clausebot.refusals.bursts")
                .description("Minutes in which " + MANY + " or more requests to pages that are not logged were refused")
                .register(meters);
    }

    synchronized void add() {
        Instant now = clock.instant();
        if (!now.isBefore(ends)) {
            ends = now.plus(WINDOW);
            count = 0;
        }
        count++;
        if (count == MANY) {
            bursts.increment();
            LOG.warn(
                    "{} or more requests were refused within a minute, as forged, too large or malformed, on pages whose"
                            + " requests are not logged: somebody may be trying them",
                    MANY);
        }
    }
}
