package org.clausebot.chat.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuietTest {
    private final TestTime time = new TestTime();
    private final Quiet quiet = new Quiet(Duration.ofMinutes(10), time);

    @Test
    void the_same_is_said_once_in_a_while_with_how_often_it_was_not() {
        assertThat(quiet.note("users.info")).hasValue(0);
        assertThat(quiet.note("users.info")).isEmpty();
        assertThat(quiet.note("users.info")).isEmpty();
        assertThat(quiet.note("chat.postMessage")).hasValue(0);
        time.forward(Duration.ofMinutes(10));
        assertThat(quiet.note("users.info")).hasValue(2);
        assertThat(quiet.note("users.info")).isEmpty();
    }
}
