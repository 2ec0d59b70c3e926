package org.clausebot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class QuietRefusalsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Stepping clock = new Stepping();
    private final QuietRefusals refusals = new QuietRefusals(meters, clock);

    private static final class Stepping extends Clock {
        private Instant now = Instant.parse("2026-11-23T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private double bursts() {
        return meters.get("clausebot.refusals.bursts").counter().count();
    }

    private void refuse(int times, Duration between) {
        for (int i = 0; i < times; i++) {
            refusals.add();
            clock.now = clock.now.plus(between);
        }
    }

    @Test
    void the_mistakes_of_people_leave_no_trace() {
        refuse(500, Duration.ofSeconds(3));
        assertThat(bursts()).isZero();
    }

    @Test
    void many_within_a_minute_are_told_once() {
        refuse(5 * QuietRefusals.MANY, Duration.ZERO);
        assertThat(bursts()).isEqualTo(1);
    }

    @Test
    void many_in_another_minute_are_told_again() {
        refuse(QuietRefusals.MANY, Duration.ZERO);
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        refuse(QuietRefusals.MANY, Duration.ZERO);
        assertThat(bursts()).isEqualTo(2);
    }
}
