package org.clausebot.chat.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.List;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;
import org.clausebot.chat.slack.block.Audience;
import org.clausebot.chat.slack.block.Samples;
import org.clausebot.chat.slack.block.SlackMessage;
import org.clausebot.chat.slack.block.SlackSamples;
import org.junit.jupiter.api.Test;

class SayingFormTest {
    private static final Gson SENT = GsonFactory.createSnakeCase();
    private static final Member TO = new Member("T1", "E1", "U1");
    private static final Place AT = new Place(Room.CHANNEL, "C1", "1.2");

    private static List<Saying> back(List<Saying> sayings) {
        return new SayingForm().read(new SayingForm().write(sayings));
    }

    private static String json(SlackMessage message) {
        return message.text() + SENT.toJson(message.blocks());
    }

    @Test
    void every_reply_is_sent_after_a_restart_as_it_would_have_been_before() {
        List<SlackMessage> all = new ArrayList<>();
        Samples.all()
                .values()
                .forEach(reply -> all.addAll(SlackSamples.replies().of(reply, Audience.ALONE)));

        List<SlackMessage> read =
                back(List.of(Saying.direct(TO, all))).getFirst().messages();

        assertThat(all).hasSizeGreaterThan(20);
        assertThat(read.stream().map(SayingFormTest::json))
                .containsExactlyElementsOf(
                        all.stream().map(SayingFormTest::json).toList());
    }

    @Test
    void where_and_to_whom_is_read_back_in_order() {
        List<SlackMessage> hello = List.of(RecordingChat.message("hello & <goodbye>"));
        List<Saying> sayings = List.of(
                Saying.direct(TO, hello),
                Saying.openly(TO, AT, hello),
                Saying.onlyTo(TO, AT, hello),
                Saying.respond(TO, "https://hooks.slack.com/x", hello, true),
                Saying.replace(TO, AT, "1.3", hello.getFirst()));
        assertThat(back(sayings)).isEqualTo(sayings);
        assertThat(back(sayings).toString()).doesNotContain("hello", "U1");
    }
}
