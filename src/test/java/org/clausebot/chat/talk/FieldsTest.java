package org.clausebot.chat.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.clausebot.chat.Asking.Input;
import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    void a_day_is_said_as_picked_with_its_time_when_there_is_one() {
        assertThat(Fields.words(Input.DAY, Map.of("day", "2026-11-20"))).contains("2026-11-20");
        assertThat(Fields.words(Input.DAY_AND_TIME, Map.of("day", "2026-11-20", "time", "16:05")))
                .contains("2026-11-20 at 16:05");
        assertThat(Fields.words(Input.DAY_AND_TIME, Map.of("day", "2026-11-20")))
                .contains("2026-11-20");
    }

    @Test
    void what_is_ticked_in_several_lists_is_joined_in_their_order() {
        assertThat(Fields.words(Input.CHOICES, Map.of("ticks:10", "c,d", "ticks:2", "a\nb", "day", "x")))
                .contains("a, b, c, d");
        assertThat(Fields.words(Input.CHOICES, Map.of("ticks:x", "b", "ticks:1", "a")))
                .contains("a, b");
    }

    @Test
    void words_in_two_fields_are_one_answer() {
        assertThat(Fields.words(Input.LONG, Map.of("answer", " first ", "answer:more", "second")))
                .contains("first\nsecond");
    }

    @Test
    void nothing_picked_or_written_is_nothing() {
        assertThat(Fields.words(Input.DAY_AND_TIME, Map.of("time", "16:05"))).isEmpty();
        assertThat(Fields.words(Input.CHOICES, Map.of())).isEmpty();
        assertThat(Fields.words(Input.LONG, Map.of("answer", " \n"))).isEmpty();
    }
}
