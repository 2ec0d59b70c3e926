package org.clausebot.chat.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clausebot.chat.slack.wire.TestTime;
import org.junit.jupiter.api.Test;

/** No more than may be sent, and no slower than must be. */
class PaceTest {
    private final TestTime time = new TestTime();

    private List<Instant> sent(Pace pace, String place, int times) throws InterruptedException {
        List<Instant> sent = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            pace.await(place);
            sent.add(time.instant());
        }
        return sent;
    }

    private static void assertHolds(List<Instant> sent, int most, Duration in) {
        for (int i = most; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - most), sent.get(i)))
                    .as("message " + i)
                    .isGreaterThanOrEqualTo(in);
        }
    }

    @Test
    void all_limits_hold_at_once_and_places_do_not_wait_for_each_other() throws Exception {
        Pace pace = new Pace(
                List.of(
                        new Pace.Limit(7, Duration.ofSeconds(1)),
                        new Pace.Limit(60, Duration.ofSeconds(30)),
                        new Pace.Limit(100, Duration.ofHours(1))),
                time,
                time::pause);
        Instant begun = time.instant();
        List<Instant> sent = sent(pace, "a", 130);
        assertHolds(sent, 7, Duration.ofSeconds(1));
        assertHolds(sent, 60, Duration.ofSeconds(30));
        assertHolds(sent, 100, Duration.ofHours(1));
        assertThat(sent.get(6)).isEqualTo(begun);
        Instant now = time.instant();
        assertThat(sent(pace, "b", 7)).containsOnly(now);
    }

    @Test
    void one_who_waited_long_enough_does_not_wait_again() throws Exception {
        Pace pace = new Pace(List.of(new Pace.Limit(1, Duration.ofSeconds(1))), time, time::pause);
        sent(pace, "a", 2);
        time.forward(Duration.ofMinutes(1));
        time.pauses.clear();
        sent(pace, "a", 1);
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void a_limit_that_lets_nothing_through_is_refused() {
        assertThatThrownBy(() -> new Pace.Limit(0, Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace.Limit(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
