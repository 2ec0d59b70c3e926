package org.clausebot.chat.teams.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.chat.teams.Delivered;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.Delivered.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sealed on disk comes back as it was. */
class DeliveredFormTest {
    private static final Person BY = new Person("tenant", "object");
    private static final Place AT = new Place(Room.PERSONAL, "a:1");

    static Stream<Delivered> every_kind() {
        return Stream.of(
                new Delivered.Said(BY, AT, "1", "“words” \uD83D\uDE42 \u0000", true),
                new Delivered.Pressed(BY, AT, "1:7", "vote", Map.of("value", "a|b", "", "x")),
                new Delivered.Dialog(BY, AT, true, Map.of("answer", "long\nwords")),
                new Delivered.Searched(BY, AT, ""),
                new Delivered.OnMessage(BY, AT, "report", Optional.of(URI.create("https://a.example/1")), "w"),
                new Delivered.OnMessage(BY, AT, "ask", Optional.empty(), ""),
                new Delivered.Altered(BY, AT, true),
                new Delivered.Altered(BY, AT, false),
                new Delivered.Installed(BY, new Place(Room.CHANNEL, "19:x;messageid=1")));
    }

    @ParameterizedTest
    @MethodSource
    void every_kind(Delivered delivered) {
        DeliveredForm form = new DeliveredForm();
        assertThat(form.read(form.write(delivered))).isEqualTo(delivered);
    }

    @Test
    void what_was_not_written_here_is_refused_without_its_words() {
        byte[] strange = "{\"kind\":\"SAID\",\"words\":\"secret\",\"more\":1}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new DeliveredForm().read(strange))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }
}
