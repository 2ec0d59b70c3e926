package org.clausebot.chat.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.clausebot.chat.slack.Delivered;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of payload, over HTTP, and what the chat is handed. */
class DeliveredBySlackTest {
    private static final Member TEACHER = new Member("T1SCHOOL", "", "UTEACHER");
    private static final Place DIRECT = new Place(Room.DIRECT, "DUTEACHER", "");

    @TempDir
    private Path data;

    private StandInSlack slack;
    private SlackSite site;

    @BeforeEach
    void open() throws Exception {
        slack = new StandInSlack();
        slack.user("UCOLLEAGUE", "T1SCHOOL", "Amina Khan").user("UTEACHER", "T1SCHOOL", "Tom Reed");
        site = new SlackSite(data, slack);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
        slack.close();
    }

    private Delivered delivered(String payload) throws Exception {
        var answer = site.send(payload);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        return site.chat().next();
    }

    @Test
    void a_direct_message_comes_as_the_person_typed_it() throws Exception {
        assertThat(delivered("message-im.json"))
                .isEqualTo(new Delivered.Said(
                        TEACHER,
                        DIRECT,
                        "1795425600.000100",
                        "Can I friend a pupil's parent on Facebook? <b> & @Amina Khan in #staff-room, see example.org or"
                                + " head@school.example",
                        false));
    }

    @Test
    void a_message_in_a_thread_of_the_direct_message_keeps_its_thread() throws Exception {
        assertThat(delivered("message-im-thread.json"))
                .isEqualTo(new Delivered.Said(
                        TEACHER,
                        new Place(Room.DIRECT, "DUTEACHER", "1795425600.000100"),
                        "1795425600.000200",
                        "And a former pupil?",
                        false));
    }

    @Test
    void a_file_is_told_of_and_never_fetched() throws Exception {
        assertThat(delivered("message-im-file.json"))
                .isEqualTo(new Delivered.Said(TEACHER, DIRECT, "1795425600.000300", "Look at this", true));
        assertThat(slack.methods()).containsOnly("users.info");
    }

    @Test
    void a_mention_in_a_channel_comes_without_the_bots_name() throws Exception {
        assertThat(delivered("app-mention.json"))
                .isEqualTo(new Delivered.Said(
                        TEACHER,
                        new Place(Room.CHANNEL, "C1STAFF", ""),
                        "1795425600.000900",
                        "can I use my own phone for the school trip?",
                        false));
    }

    @Test
    void only_the_bots_own_mention_is_taken_away() throws Exception {
        assertThat(delivered("app-mention-thread.json"))
                .isEqualTo(new Delivered.Said(
                        TEACHER,
                        new Place(Room.CHANNEL, "C1STAFF", "1795425600.000900"),
                        "1795425600.001100",
                        "and what of a tablet, @Amina Khan?",
                        false));
    }

    @Test
    void a_group_message_is_for_the_bot_when_it_is_mentioned() throws Exception {
        assertThat(delivered("message-mpim-mention.json"))
                .isEqualTo(new Delivered.Said(
                        TEACHER,
                        new Place(Room.GROUP, "G1GROUP", ""),
                        "1795425600.000700",
                        "may we have a staff group chat?",
                        false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message-im-changed.json",
                "message-im-deleted.json",
                "message-im-bot.json",
                "message-im-own.json",
                "message-channel-join.json",
                "message-mpim-other.json",
                "message-channel-mention.json",
                "message-channel-thread-other.json",
                "home-messages-tab.json",
                "reaction-added.json",
                "app-rate-limited.json",
                "view-closed.json",
                "press-legacy.json",
                "tokens-revoked.json"
            })
    void what_is_none_of_the_bots_business_is_acknowledged_and_left_alone(String payload) throws Exception {
        assertThat(site.send(payload).statusCode()).isEqualTo(200);
        assertThat(delivered("message-im-thread.json"))
                .as("what is delivered next")
                .isInstanceOfSatisfying(
                        Delivered.Said.class, said -> assertThat(said.words()).isEqualTo("And a former pupil?"));
    }

    @Test
    void the_home_tab_is_opened() throws Exception {
        assertThat(delivered("home-opened.json")).isEqualTo(new Delivered.HomeOpened(TEACHER));
    }

    @Test
    void a_command_comes_with_its_words_and_where_to_answer() throws Exception {
        assertThat(delivered("command-policy.form"))
                .isEqualTo(new Delivered.Command(
                        TEACHER,
                        new Place(Room.CHANNEL, "C1STAFF", ""),
                        "/policy",
                        "can I text @amina.khan & others?",
                        "https://hooks.slack.com/commands/T1/3/ghi",
                        "13345224609.10.policy"));
    }

    @Test
    void a_command_in_the_bots_direct_message_is_direct_and_in_that_of_others_it_is_not() throws Exception {
        assertThat(((Delivered.Command) delivered("command-report.form")).at()).isEqualTo(DIRECT);
        assertThat(((Delivered.Command) delivered("command-elsewhere.form")).at())
                .isEqualTo(new Place(Room.GROUP, "D9OTHERS", ""));
    }

    @Test
    void a_press_comes_with_what_the_button_carries() throws Exception {
        Delivered.Pressed pressed = (Delivered.Pressed) delivered("press-button.json");
        assertThat(pressed.shown()).contains("\"text\":\"What day was it?\"", "\"blocks\":[{\"type\":\"rich_text\"");
        assertThat(pressed)
                .isEqualTo(new Delivered.Pressed(
                        TEACHER,
                        new Place(Room.DIRECT, "DUTEACHER", "1795425600.000100"),
                        "1795425603.000100",
                        "say:1",
                        "tok|yes",
                        Map.of(),
                        "https://hooks.slack.com/actions/T1/1/abc",
                        "13345224609.1.press",
                        pressed.shown()));
    }

    @Test
    void a_press_brings_along_what_is_filled_in_beside_the_button() throws Exception {
        assertThat(((Delivered.Pressed) delivered("press-with-fields.json")).fields())
                .isEqualTo(Map.of(
                        "day",
                        "2026-11-20",
                        "clock",
                        "13:37",
                        "ticks",
                        "a\nb",
                        "one",
                        "x",
                        "words",
                        "in my own words",
                        "none",
                        ""));
    }

    @Test
    void a_press_on_what_one_person_sees_in_a_channel_keeps_channel_and_thread() throws Exception {
        Delivered.Pressed pressed = (Delivered.Pressed) delivered("press-ephemeral-in-channel.json");
        assertThat(pressed.at()).isEqualTo(new Place(Room.CHANNEL, "C1STAFF", "1795425600.000900"));
        assertThat(pressed.ts()).isEqualTo("1795425604.000100");
        assertThat(pressed.shown()).isEmpty();
    }

    @Test
    void a_press_at_home_has_no_place_and_no_address_to_answer_at() throws Exception {
        assertThat(delivered("press-home.json"))
                .isEqualTo(new Delivered.Pressed(
                        TEACHER,
                        new Place(Room.HOME, "", ""),
                        "",
                        "ask:1",
                        "ask",
                        Map.of("question", "Can I film the play?"),
                        "",
                        "13345224609.4.home"));
    }

    @Test
    void a_global_shortcut_is_about_nothing() throws Exception {
        assertThat(delivered("shortcut-global.json"))
                .isEqualTo(
                        new Delivered.Shortcut(TEACHER, "report", "13345224609.6.global", java.util.Optional.empty()));
    }

    @Test
    void asking_about_a_message_brings_its_words_and_reporting_it_does_not() throws Exception {
        Delivered.Shortcut ask = (Delivered.Shortcut) delivered("shortcut-ask.json");
        assertThat(ask.about())
                .contains(new Delivered.About(
                        new Place(Room.CHANNEL, "C1STAFF", ""),
                        "1795425599.000100",
                        "may I lend <my> laptop to @Amina Khan?"));
        Delivered.Shortcut report = (Delivered.Shortcut) delivered("shortcut-report.json");
        assertThat(report.about())
                .contains(new Delivered.About(new Place(Room.CHANNEL, "C1STAFF", ""), "1795425599.000100", ""));
    }

    @Test
    void a_window_closes_when_nothing_is_wrong() throws Exception {
        assertThat(delivered("view-submission.json"))
                .isEqualTo(new Delivered.Window(
                        TEACHER, "step:tok", Map.of("what", "A pupil wrote to me & asked <for> my number")));
    }

    @Test
    void a_windows_mistakes_are_shown_in_it_and_it_may_be_sent_again() throws Exception {
        site.chat().check = w -> Map.of("what", "Please say a little more.");
        var answer = site.send("view-submission.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"response_action\":\"errors\",\"errors\":{\"what\":\"Please say a little more.\"}}");
        site.chat().check = w -> Map.of();
        assertThat(delivered("view-submission.json")).isInstanceOf(Delivered.Window.class);
    }

    @Test
    void a_window_that_fails_by_a_fault_of_ours_stays_open_and_says_so() throws Exception {
        site.chat().check = w -> {
            throw new IllegalStateException("typed words");
        };
        assertThat(site.send("view-submission.json").body())
                .isEqualTo(
                        "{\"response_action\":\"errors\",\"errors\":{\"what\":\"Sorry, that did not work. Please write"
                                + " it again.\"}}");
    }

    @Test
    void a_workspace_without_a_school_gets_a_kind_refusal_and_nothing_else() throws Exception {
        site.send("message-im.json", p -> p.replace("T1SCHOOL", "T9STRANGE"));
        assertThat(slack.next("chat.postMessage").get("text")).isEqualTo("This workspace belongs to no school here.");
        site.send("view-submission.json", p -> p.replace("T1SCHOOL", "T9STRANGE"));
        site.send("home-opened.json", p -> p.replace("T1SCHOOL", "T9STRANGE"));
        assertThat(((Delivered.Said) delivered("message-im-thread.json")).by()).isEqualTo(TEACHER);
    }

    @Test
    void members_of_an_organisation_carry_its_id() throws Exception {
        site.send("message-im-thread.json", p -> p.replace("\"enterprise_id\": null", "\"enterprise_id\": \"E1\""));
        assertThat(site.chat().next().by()).isEqualTo(new Member("T1SCHOOL", "E1", "UTEACHER"));
    }
}
