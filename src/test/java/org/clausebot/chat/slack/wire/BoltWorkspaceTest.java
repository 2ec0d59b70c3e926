package org.clausebot.chat.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.view.View;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;
import org.clausebot.chat.slack.Workspace;
import org.clausebot.chat.slack.Workspace.Kind;
import org.clausebot.chat.slack.block.SlackMessage;
import org.clausebot.chat.slack.wire.StandInSlack.Call;
import org.clausebot.chat.slack.wire.StandInSlack.Mishap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bot does in Slack, against a stand-in that fails as Slack does. */
class BoltWorkspaceTest {
    private static final Member TEACHER = new Member("T1SCHOOL", "", "UTEACHER");
    private static final Place CHANNEL = new Place(Room.CHANNEL, "C1STAFF", "");
    private static final Place THREAD = new Place(Room.CHANNEL, "C1STAFF", "1795425600.000900");

    @TempDir
    private Path data;

    private StandInSlack slack;
    private SlackSite site;
    private Workspace workspace;

    @BeforeEach
    void open() throws Exception {
        slack = new StandInSlack();
        site = new SlackSite(data, slack);
        workspace = site.connection.workspace();
    }

    @AfterEach
    void close() throws Exception {
        site.close();
        slack.close();
    }

    private static List<SlackMessage> says(String... words) {
        return java.util.Arrays.stream(words).map(RecordingChat::message).toList();
    }

    private List<String> said(String method, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            slack.next(method);
        }
        return slack.called(method).stream().map(c -> c.get("text")).toList();
    }

    @Test
    void a_post_notifies_nobody_and_unfurls_nothing() throws Exception {
        workspace.openly(TEACHER, THREAD, says("Ask <!here> & <@U1>"));
        Call post = slack.next("chat.postMessage");
        assertThat(post.form())
                .containsEntry("channel", "C1STAFF")
                .containsEntry("thread_ts", "1795425600.000900")
                .containsEntry("text", "Ask &lt;!here&gt; &amp; &lt;@U1&gt;")
                .containsEntry("parse", "none")
                .containsEntry("link_names", "0")
                .containsEntry("mrkdwn", "0")
                .containsEntry("unfurl_links", "0")
                .containsEntry("unfurl_media", "0");
        assertThat(post.token()).isEqualTo(SlackSite.BOT_TOKEN);
        assertThat(slack.broken).isEmpty();
    }

    @Test
    void words_that_were_made_safe_already_stay_as_they_are() throws Exception {
        workspace.openly(TEACHER, CHANNEL, says("R&amp;D &lt;b&gt;"));
        assertThat(slack.next("chat.postMessage").get("text")).isEqualTo("R&amp;D &lt;b&gt;");
    }

    @Test
    void a_direct_message_is_opened_once() throws Exception {
        workspace.direct(TEACHER, says("one", "two"));
        workspace.direct(TEACHER, says("three"));
        assertThat(said("chat.postMessage", 3)).containsExactly("one", "two", "three");
        assertThat(slack.called("conversations.open")).hasSize(1);
        assertThat(slack.called("chat.postMessage"))
                .allMatch(c -> c.get("channel").equals("DUTEACHER"));
    }

    @Test
    void a_channel_gets_its_messages_in_order_and_one_a_second() throws Exception {
        List<String> words = IntStream.range(0, 6).mapToObj(i -> "message " + i).toList();
        words.forEach(w -> workspace.openly(TEACHER, CHANNEL, says(w)));
        assertThat(said("chat.postMessage", 6)).isEqualTo(words);
        assertThat(site.time.pauses).hasSize(5).allMatch(p -> p.equals(Duration.ofSeconds(1)));
    }

    @Test
    void two_channels_do_not_wait_for_each_other() throws Exception {
        workspace.openly(TEACHER, CHANNEL, says("one"));
        slack.next("chat.postMessage");
        workspace.openly(TEACHER, new Place(Room.CHANNEL, "C2OTHER", ""), says("two"));
        slack.next("chat.postMessage");
        assertThat(site.time.pauses).isEmpty();
    }

    @Test
    void when_slack_asks_to_wait_it_waits_as_long_and_says_it_once() throws Exception {
        slack.mishap("chat.postMessage", new Mishap.Limited(30), new Mishap.LimitedInBody(7));
        workspace.openly(TEACHER, CHANNEL, says("one", "two"));
        assertThat(said("chat.postMessage", 2)).containsExactly("one", "one", "one", "two");
        assertThat(site.time.pauses).contains(Duration.ofSeconds(30), Duration.ofSeconds(7));
    }

    @Test
    void what_fails_on_the_way_is_tried_again_ever_later() throws Exception {
        slack.mishap(
                "chat.postMessage",
                new Mishap.Status(500),
                new Mishap.Status(503),
                new Mishap.Status(502),
                new Mishap.Says("{\"ok\":false,\"error\":\"internal_error\"}"));
        workspace.openly(TEACHER, CHANNEL, says("one"));
        slack.next("chat.postMessage");
        assertThat(site.time.pauses).hasSize(4);
        for (int i = 0; i < 4; i++) {
            long millis = 500L << i;
            assertThat(site.time.pauses.get(i))
                    .isBetween(Duration.ofMillis(millis * 8 / 10), Duration.ofMillis(millis * 12 / 10));
        }
    }

    @Test
    void a_connection_that_breaks_loses_no_message() throws Exception {
        workspace.openly(TEACHER, CHANNEL, says("one"));
        slack.next("chat.postMessage");
        slack.mishap("chat.postMessage", new Mishap.Drop(), new Mishap.Drop());
        workspace.openly(TEACHER, CHANNEL, says("two"));
        assertThat(slack.next("chat.postMessage").get("text")).isEqualTo("two");
    }

    @Test
    void a_call_that_is_never_answered_is_tried_again() throws Exception {
        slack.mishap("chat.postMessage", new Mishap.Silence());
        workspace.openly(TEACHER, CHANNEL, says("one"));
        assertThat(slack.next("chat.postMessage").get("text")).isEqualTo("one");
    }

    @Test
    void after_five_tries_it_gives_up_and_goes_on_with_what_follows() throws Exception {
        for (int i = 0; i < 5; i++) {
            slack.mishap("chat.postMessage", new Mishap.Status(500));
        }
        workspace.openly(TEACHER, CHANNEL, says("one"));
        workspace.openly(TEACHER, CHANNEL, says("two"));
        assertThat(slack.next("chat.postMessage").get("text")).isEqualTo("two");
        assertThat(slack.called("chat.postMessage")).hasSize(6);
        assertThat(site.counted("clausebot.slack.calls", "outcome", "unreachable"))
                .isEqualTo(1);
    }

    @Test
    void an_answer_that_is_no_json_is_a_failure_on_the_way() throws Exception {
        slack.mishap("chat.postMessage", new Mishap.Says("<html>"));
        workspace.openly(TEACHER, CHANNEL, says("one"));
        slack.next("chat.postMessage");
        assertThat(slack.called("chat.postMessage")).hasSize(2);
    }

    @Test
    void what_one_person_alone_should_see_is_ephemeral_in_its_thread() throws Exception {
        workspace.onlyTo(TEACHER, THREAD, says("for you"));
        Call call = slack.next("chat.postEphemeral");
        assertThat(call.form())
                .containsEntry("user", "UTEACHER")
                .containsEntry("channel", "C1STAFF")
                .containsEntry("thread_ts", "1795425600.000900")
                .containsEntry("parse", "none")
                .containsEntry("link_names", "0");
    }

    @Test
    void where_slack_cannot_show_it_to_one_person_it_is_said_directly() throws Exception {
        slack.notInChannel.add("C1STAFF");
        workspace.onlyTo(TEACHER, CHANNEL, says("one", "two"));
        assertThat(said("chat.postMessage", 2)).containsExactly("one", "two");
        assertThat(slack.called("chat.postMessage"))
                .allMatch(c -> c.get("channel").equals("DUTEACHER"));
        assertThat(slack.called("chat.postEphemeral")).hasSize(1);
        workspace.onlyTo(TEACHER, new Place(Room.HOME, "", ""), says("three"));
        assertThat(slack.next("chat.postMessage").get("text")).isEqualTo("three");
    }

    @Test
    void in_the_direct_message_nobody_else_can_see_it_anyway() throws Exception {
        workspace.onlyTo(TEACHER, new Place(Room.DIRECT, "DUTEACHER", "1.2"), says("one"));
        assertThat(slack.next("chat.postMessage").form())
                .containsEntry("thread_ts", "1.2")
                .containsEntry("channel", "DUTEACHER");
    }

    @Test
    void a_command_is_answered_five_times_and_then_directly() throws Exception {
        String url = slack.respond("a");
        workspace.respond(TEACHER, url, says("1", "2", "3"), true);
        workspace.respond(TEACHER, url, says("4", "5", "6", "7"), false);
        assertThat(said("chat.postMessage", 2)).containsExactly("6", "7");
        List<Call> answers = slack.called("response_url");
        assertThat(answers).extracting(c -> c.get("text")).containsExactly("1", "2", "3", "4", "5");
        assertThat(answers)
                .extracting(c -> c.get("replace_original"))
                .containsExactly("true", "false", "false", "false", "false");
        assertThat(answers)
                .allSatisfy(c -> assertThat(c.form())
                        .containsEntry("response_type", "ephemeral")
                        .containsEntry("parse", "none")
                        .containsEntry("link_names", "false")
                        .containsEntry("unfurl_links", "false"));
        assertThat(answers.getFirst().get("blocks")).contains("\"type\":\"section\"", "\"plain_text\"");
        assertThat(slack.broken).isEmpty();
    }

    @Test
    void half_an_hour_later_a_command_is_answered_directly() throws Exception {
        String url = slack.respond("b");
        workspace.respond(TEACHER, url, says("1"), false);
        slack.next("response_url");
        site.time.forward(Duration.ofMinutes(30));
        workspace.respond(TEACHER, url, says("2"), false);
        assertThat(slack.next("chat.postMessage").get("text")).isEqualTo("2");
        site.time.forward(Duration.ofHours(2));
        workspace.respond(TEACHER, url, says("3"), false);
        assertThat(slack.next("chat.postMessage").get("text")).isEqualTo("3");
        assertThat(slack.called("response_url")).hasSize(1);
    }

    @Test
    void an_address_that_is_not_slacks_is_never_written_to() throws Exception {
        for (String url : List.of(
                "http://hooks.slack.com/x",
                "https://hooks.slack.com.evil.example/x",
                "https://evil.example/x",
                "::",
                "")) {
            workspace.respond(TEACHER, url, says(url.isEmpty() ? "none" : url), false);
            slack.next("chat.postMessage");
        }
        assertThat(slack.called("response_url")).isEmpty();
    }

    @Test
    void a_message_is_replaced_after_what_was_said_before() throws Exception {
        Place direct = new Place(Room.DIRECT, "DUTEACHER", "");
        workspace.openly(TEACHER, direct, says("one"));
        workspace.replace(TEACHER, direct, "1795425603.000100", RecordingChat.message("pressed"));
        Call update = slack.next("chat.update");
        assertThat(update.form())
                .containsEntry("ts", "1795425603.000100")
                .containsEntry("text", "pressed")
                .containsEntry("parse", "none");
        assertThat(slack.methods()).containsExactly("chat.postMessage", "chat.update");
    }

    @Test
    void home_is_drawn_and_windows_are_opened_while_their_trigger_lasts() throws Exception {
        View view =
                View.builder().type("home").blocks(List.of(new DividerBlock())).build();
        workspace.home(TEACHER, view);
        assertThat(slack.next("views.publish").get("user_id")).isEqualTo("UTEACHER");
        assertThat(workspace.window(TEACHER, "1.trigger", view)).isTrue();
        assertThat(workspace.window(TEACHER, "1.expired", view)).isFalse();
        assertThat(workspace.window(TEACHER, "", view)).isFalse();
    }

    @Test
    void the_address_of_a_message_is_asked_for() {
        assertThat(workspace.link(TEACHER, CHANNEL, "1795425599.000100"))
                .contains(URI.create("https://school.slack.com/archives/C1STAFF/p1795425599000100"));
        slack.mishap("chat.getPermalink", new Mishap.Says("{\"ok\":false,\"error\":\"message_not_found\"}"));
        assertThat(workspace.link(TEACHER, CHANNEL, "1.2")).isEmpty();
    }

    @Test
    void people_are_found_by_their_address_and_no_failure_is_counted_where_there_is_nobody() {
        Member ours = new Member("T1SCHOOL", "", "");
        slack.user("U1", "T1SCHOOL", "Staff")
                .mail("U1", "staff@school.example")
                .user("U2", "T1SCHOOL", "Left", "deleted")
                .mail("U2", "left@school.example")
                .user("U3", "T2ELSEWHERE", "Stranger", "is_stranger")
                .mail("U3", "stranger@other.example");

        assertThat(workspace.member(ours, "staff@school.example")).contains(new Member("T1SCHOOL", "", "U1"));
        assertThat(workspace.kind(new Member("T1SCHOOL", "", "U1"))).isEqualTo(Kind.STAFF);
        assertThat(slack.called("users.info")).as("known from the same answer").isEmpty();
        assertThat(workspace.mail(new Member("T1SCHOOL", "", "U1"))).contains("staff@school.example");

        assertThat(workspace.member(ours, "left@school.example")).isEmpty();
        assertThat(workspace.member(ours, "nobody@school.example")).isEmpty();
        Member stranger = workspace.member(ours, "stranger@other.example").orElseThrow();
        assertThat(workspace.kind(stranger)).isEqualTo(Kind.STRANGER);
        assertThat(workspace.mail(stranger)).isEmpty();
        assertThat(site.metrics.registry().find("clausebot.slack.calls").counters())
                .isEmpty();
    }

    @Test
    void an_app_that_may_not_read_addresses_finds_nobody_and_knows_none() {
        slack.user("U1", "T1SCHOOL", "Staff");
        slack.mishap(
                "users.lookupByEmail",
                new StandInSlack.Mishap.Says("{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"users:read.email\"}"));
        assertThat(workspace.member(new Member("T1SCHOOL", "", ""), "staff@school.example"))
                .isEmpty();
        assertThat(workspace.mail(new Member("T1SCHOOL", "", "U1"))).isEmpty();
    }

    @Test
    void where_slack_does_not_answer_it_is_not_known_whose_an_address_is() {
        slack.mishap(
                "users.lookupByEmail",
                new StandInSlack.Mishap.Status(500),
                new StandInSlack.Mishap.Status(500),
                new StandInSlack.Mishap.Status(503));
        assertThatThrownBy(() -> workspace.member(new Member("T1SCHOOL", "", ""), "staff@school.example"))
                .isInstanceOf(SlackUnavailableException.class);
    }

    private Kind kind(String user, String enterprise) {
        return workspace.kind(new Member("T1SCHOOL", enterprise, user));
    }

    @Test
    void members_are_told_apart_and_remembered_for_an_hour() {
        slack.user("U1", "T1SCHOOL", "Staff")
                .user("U2", "T1SCHOOL", "Guest", "is_restricted")
                .user("U3", "T1SCHOOL", "Narrow Guest", "is_restricted", "is_ultra_restricted")
                .user("U4", "T2ELSEWHERE", "Stranger")
                .user("U5", "T1SCHOOL", "Robot", "is_bot")
                .user("U6", "T1SCHOOL", "Odd", "is_stranger");
        assertThat(kind("U1", "")).isEqualTo(Kind.STAFF);
        assertThat(kind("U2", "")).isEqualTo(Kind.GUEST);
        assertThat(kind("U3", "")).isEqualTo(Kind.GUEST);
        assertThat(kind("U4", "")).isEqualTo(Kind.STRANGER);
        assertThat(kind("U5", "")).isEqualTo(Kind.BOT);
        assertThat(kind("U6", "")).isEqualTo(Kind.STRANGER);
        assertThat(kind("U7NOBODY", "")).isEqualTo(Kind.STRANGER);
        assertThat(kind("USLACKBOT", "")).isEqualTo(Kind.BOT);
        assertThat(kind("U1", "")).isEqualTo(Kind.STAFF);
        assertThat(slack.called("users.info")).hasSize(7);
        slack.user("U1", "T1SCHOOL", "Staff", "is_restricted");
        site.time.forward(Duration.ofMinutes(61));
        assertThat(kind("U1", "")).isEqualTo(Kind.GUEST);
    }

    @Test
    void a_colleague_in_another_workspace_of_the_organisation_is_no_stranger() {
        slack.user("U1", "T1OTHER", "Colleague");
        java.util.Objects.requireNonNull(slack.users.get("U1")).addProperty("enterprise_id", "E1");
        assertThat(kind("U1", "E1")).isEqualTo(Kind.STAFF);
        assertThat(kind("U1", "E2")).isEqualTo(Kind.STRANGER);
    }

    @Test
    void a_stop_sends_what_was_said() throws Exception {
        workspace.openly(TEACHER, CHANNEL, says("1", "2", "3"));
        site.connection.close();
        assertThat(slack.called("chat.postMessage")).hasSize(3);
    }
}
