package org.clausebot.chat.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.chat.slack.Delivered;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveredFormTest {
    private static final Member BY = new Member("T1", "E1", "U1");
    private static final Place AT = new Place(Room.GROUP, "G1", "1.2");

    static Stream<Delivered> all() {
        return Stream.of(
                new Delivered.Said(BY, AT, "1.3", "wörds \"quoted\" \u2028 😀 <b>", true),
                new Delivered.Command(BY, AT, "/policy", "can I?", "https://hooks.slack.com/x", "t"),
                new Delivered.Pressed(
                        BY, AT, "1.3", "say:1", "v", Map.of("a", "b", "c", ""), "", "t", "{\"text\":\"x\"}"),
                new Delivered.Shortcut(BY, "ask", "t", Optional.empty()),
                new Delivered.Shortcut(BY, "ask_policy", "t", Optional.of(new Delivered.About(AT, "1.3", "words"))),
                new Delivered.Window(BY, "step:t", Map.of("what", "line\nline")),
                new Delivered.HomeOpened(BY));
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_is_written_is_read_back(Delivered delivered) {
        assertThat(new DeliveredForm().read(new DeliveredForm().write(delivered)))
                .isEqualTo(delivered);
    }

    @Test
    void what_was_not_written_here_is_refused() {
        assertThatThrownBy(() -> new DeliveredForm().read("{\"kind\":\"x\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class);
    }
}
