package org.clausebot.chat.teams.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.Delivered.Room;
import org.clausebot.chat.teams.TeamsLine.Pointer;
import org.clausebot.chat.teams.card.TeamsMessage;
import org.junit.jupiter.api.Test;

class SayingFormTest {
    private static final Person SOMEBODY = new Person("tenant", "object");
    private static final Place CHANNEL = new Place(Room.CHANNEL, "19:c@thread.tacv2;messageid=1");
    private static final TeamsMessage WORDS =
            new TeamsMessage("words \u0000 \ud83d\ude00", Optional.empty(), List.of("help"));
    private static final TeamsMessage CARD = RecordingTeams.card("card");

    private final SayingForm form = new SayingForm();

    @Test
    void what_is_kept_comes_back_as_it_was_and_in_order() {
        List<Saying> all = List.of(
                new Saying.Direct(SOMEBODY, List.of(WORDS, CARD), Optional.empty()),
                new Saying.Direct(
                        SOMEBODY,
                        List.of(CARD),
                        Optional.of(new Pointer(CHANNEL, List.of(WORDS), List.of(CARD, WORDS)))),
                new Saying.Openly(CHANNEL, List.of(CARD)),
                new Saying.Replace(new Place(Room.PERSONAL, "a:1"), "1:77", CARD));

        assertThat(form.read(form.write(all))).isEqualTo(all);
        assertThat(form.read(form.write(List.of()))).isEmpty();
    }

    @Test
    void other_bytes_are_refused_without_being_shown() {
        for (String bytes : List.of("", "{", "[{\"way\":\"SECRETLY\"}]", "hidden words")) {
            assertThatThrownBy(() -> form.read(bytes.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("hidden");
        }
    }

    @Test
    void it_never_prints_what_is_said() {
        assertThat(new Saying.Direct(SOMEBODY, List.of(WORDS), Optional.empty()).toString())
                .doesNotContain("words", "object");
        assertThat(new Saying.Openly(CHANNEL, List.of(WORDS)).toString()).doesNotContain("words");
        assertThat(new Saying.Replace(CHANNEL, "1", WORDS).toString()).doesNotContain("words");
    }
}
