package org.clausebot.chat.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clausebot.chat.slack.Delivered;
import org.clausebot.seal.Hidden;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketModeTest {
    @TempDir
    private Path data;

    private StandInSlack slack;

    @SuppressWarnings("NullAway.Init") // each test starts it
    private SlackSite site;

    @BeforeEach
    void open() throws Exception {
        slack = new StandInSlack();
        slack.user("UCOLLEAGUE", "T1SCHOOL", "Amina Khan");
    }

    private void start() throws Exception {
        site = new SlackSite(
                data,
                slack,
                new TestTime(),
                s -> new SlackSettings(
                        Hidden.NONE,
                        new Hidden(SlackSite.BOT_TOKEN),
                        new Hidden("xapp-not-real"),
                        "",
                        Hidden.NONE,
                        List.of(),
                        slack.api(),
                        Optional.empty()));
    }

    @AfterEach
    void close() throws Exception {
        site.close();
        slack.close();
    }

    private static String envelope(String type, String id, String payload) {
        return "{\"envelope_id\":\"" + id + "\",\"type\":\"" + type
                + "\",\"accepts_response_payload\":true,\"payload\":" + payload + "}";
    }

    private static String event(String id) throws Exception {
        return envelope("events_api", id, SlackSite.payload("message-im-thread.json"));
    }

    private void untilConnected(boolean wanted) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (site.connection.state().connected() != wanted) {
            assertThat(System.nanoTime()).as("connected: " + wanted).isLessThan(until);
            new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void an_event_is_acknowledged_and_handed_over_once_however_often_it_comes() throws Exception {
        start();
        WebSocket socket = slack.connection();
        assertThat(slack.called("apps.connections.open").getFirst().token()).isEqualTo("xapp-not-real");
        for (String id : List.of("e1", "e2", "e3")) {
            socket.send(event(id));
            JsonObject answer = slack.acknowledgement();
            assertThat(answer.get("envelope_id").getAsString()).isEqualTo(id);
            assertThat(answer.has("payload")).isFalse();
        }
        assertThat(((Delivered.Said) site.chat().next()).words()).isEqualTo("And a former pupil?");
        socket.send(envelope("interactive", "e4", SlackSite.payload("press-button.json")));
        assertThat(site.chat().next()).isInstanceOf(Delivered.Pressed.class);
        assertThat(site.connection.state()).isEqualTo(new SlackConnection.State(false, true, true, 0));
        assertThat(site.connection.mounted()).isEmpty();
    }

    @Test
    void a_command_and_a_window_come_this_way_too() throws Exception {
        start();
        WebSocket socket = slack.connection();
        socket.send(envelope(
                "slash_commands",
                "c1",
                "{\"token\":\"x\",\"team_id\":\"T1SCHOOL\",\"channel_id\":\"C1STAFF\",\"channel_name\":\"staff-room\","
                        + "\"user_id\":\"UTEACHER\",\"command\":\"/policy\",\"text\":\"can I?\","
                        + "\"response_url\":\"https://hooks.slack.com/x\",\"trigger_id\":\"1.2.3\"}"));
        slack.acknowledgement();
        assertThat(((Delivered.Command) site.chat().next()).words()).isEqualTo("can I?");
        site.chat().check = w -> Map.of("what", "More, please.");
        socket.send(envelope("interactive", "w1", SlackSite.payload("view-submission.json")));
        JsonObject answer = slack.acknowledgement();
        assertThat(answer.getAsJsonObject("payload").get("response_action").getAsString())
                .isEqualTo("errors");
        assertThat(answer.getAsJsonObject("payload")
                        .getAsJsonObject("errors")
                        .get("what")
                        .getAsString())
                .isEqualTo("More, please.");
    }

    @Test
    void what_is_not_known_is_acknowledged_and_what_is_broken_changes_nothing() throws Exception {
        start();
        WebSocket socket = slack.connection();
        socket.send("{not json");
        socket.send("{\"type\":\"something_new\"}");
        socket.send(envelope("interactive", "u1", SlackSite.payload("press-legacy.json")));
        assertThat(slack.acknowledgement().get("envelope_id").getAsString()).isEqualTo("u1");
        socket.send(event("e1"));
        assertThat(slack.acknowledgement().get("envelope_id").getAsString()).isEqualTo("e1");
        assertThat(site.chat().next()).isInstanceOf(Delivered.Said.class);
    }

    @Test
    void a_connection_that_breaks_is_opened_again_and_nothing_is_answered_twice() throws Exception {
        start();
        WebSocket first = slack.connection();
        first.send(event("e1"));
        slack.acknowledgement();
        site.chat().next();
        first.closeConnection(1006, "gone");
        WebSocket second = slack.connection();
        second.send(event("e2"));
        assertThat(slack.acknowledgement().get("envelope_id").getAsString()).isEqualTo("e2");
        second.send(envelope("events_api", "e3", SlackSite.payload("home-opened.json")));
        assertThat(site.chat().next()).isInstanceOf(Delivered.HomeOpened.class);
        untilConnected(true);
    }

    @Test
    void when_slack_says_that_it_will_close_the_next_connection_is_opened_first() throws Exception {
        start();
        WebSocket first = slack.connection();
        first.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
        WebSocket second = slack.connection();
        second.send(event("e1"));
        assertThat(slack.acknowledgement().get("envelope_id").getAsString()).isEqualTo("e1");
        site.chat().next();
    }

    @Test
    void while_slack_gives_no_connection_it_is_asked_again_ever_later() throws Exception {
        slack.mishap(
                "apps.connections.open",
                new StandInSlack.Mishap.Status(500),
                new StandInSlack.Mishap.Says("{\"ok\":false,\"error\":\"internal_error\"}"),
                new StandInSlack.Mishap.Drop());
        start();
        slack.connection();
        untilConnected(true);
        assertThat(site.time.pauses).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void a_stop_closes_the_connection_for_good() throws Exception {
        start();
        slack.connection();
        untilConnected(true);
        site.connection.close();
        assertThat(site.connection.state().connected()).isFalse();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (slack.connections.get() > 0) {
            assertThat(System.nanoTime()).isLessThan(until);
            new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
        }
        assertThat(slack.called("apps.connections.open")).hasSize(1);
    }
}
