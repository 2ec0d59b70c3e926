package org.clausebot.chat.teams.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clausebot.chat.inbox.NotNowException;
import org.clausebot.chat.slack.wire.TestTime;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.Delivered.Room;
import org.clausebot.chat.teams.TeamsLine;
import org.clausebot.chat.teams.TeamsLine.Kind;
import org.clausebot.chat.teams.TeamsLine.Reached;
import org.clausebot.chat.teams.card.TeamsMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said: where, in order, within Teams' limits, and through what goes wrong on the way. */
class ConnectorLineTest {
    private static final Person TEACHER = new Person(StandInTeams.TENANT, Activities.TEACHER);
    private static final Place OWN = new Place(Room.PERSONAL, "a:own-" + Activities.TEACHER);
    private static final Place THREAD = new Place(Room.CHANNEL, "19:staff@thread.tacv2;messageid=1700000000001");

    @TempDir
    private Path data;

    private final TestTime time = new TestTime();
    private StandInTeams teams;
    private Activities activities;
    private TeamsSite site;

    @BeforeEach
    void open() throws Exception {
        teams = new StandInTeams();
        activities = new Activities(teams);
        site = new TeamsSite(data, teams, time);
    }

    @AfterEach
    void close() {
        site.close();
        teams.close();
    }

    private TeamsLine line() {
        return site.connection.line();
    }

    private void met() throws Exception {
        site.send(activities.said("met", Activities.TEACHER, "hello"));
        site.chat().next();
    }

    private void direct(Person to, TeamsMessage... messages) {
        line().direct(to, List.of(messages));
    }

    private Reached reach(Person to) {
        return line().reach(to, List.of(words("one")));
    }

    private static TeamsMessage words(String words) {
        return RecordingTeams.words(words);
    }

    @Test
    void where_somebody_is_with_others_it_is_said_once_whether_they_were_written_to() throws Exception {
        met();
        Place channel = new Place(Room.CHANNEL, "19:c@thread.tacv2;messageid=1");
        TeamsLine.Pointer pointer =
                new TeamsLine.Pointer(channel, List.of(words("written")), List.of(words("not written")));
        line().direct(TEACHER, List.of(words("one"), words("two")), pointer);
        assertThat(teams.next().text()).isEqualTo("one");
        assertThat(List.of(teams.next().text(), teams.next().text())).containsExactlyInAnyOrder("two", "written");

        teams.withoutApp.add("aad-without");
        line().direct(new Person(StandInTeams.TENANT, "aad-without"), List.of(words("three")), pointer);
        StandInTeams.Call said = teams.next();
        while (said.text().isEmpty()) {
            said = teams.next();
        }
        assertThat(said.text()).isEqualTo("not written");
        assertThat(said.path()).contains("19:c@thread.tacv2");
        line().direct(new Person("another-tenant", "x"), List.of(words("four")), pointer);
        assertThat(teams.next().text()).isEqualTo("not written");
        assertThat(teams.said()).containsExactlyInAnyOrder("one", "two", "written", "not written", "not written");
    }

    @Test
    void words_go_to_the_persons_own_chat_as_plain_text() throws Exception {
        met();
        direct(TEACHER, words("*one* <b>"), words("two"));
        StandInTeams.Call call = teams.next();
        assertThat(call.path()).isEqualTo("/emea/v3/conversations/a:own-" + Activities.TEACHER + "/activities");
        assertThat(call.token()).isEqualTo("token-1");
        assertThat(call.body().path("type").asText()).isEqualTo("message");
        assertThat(call.body().path("textFormat").asText()).isEqualTo("plain");
        assertThat(call.text()).isEqualTo("*one* <b>");
        assertThat(teams.next().text()).isEqualTo("two");
        assertThat(teams.tokenForms.getFirst())
                .contains("grant_type=client_credentials")
                .contains("api.botframework.com");
    }

    @Test
    void a_card_is_an_attachment_with_its_words_as_summary() throws Exception {
        met();
        direct(TEACHER, RecordingTeams.card("quote"));
        JsonNode body = teams.next().body();
        assertThat(body.path("text").asText("")).isEmpty();
        assertThat(body.path("summary").asText()).isEqualTo("summary of quote");
        JsonNode attachment = body.path("attachments").path(0);
        assertThat(attachment.path("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(attachment.path("content").path("body").path(0).path("text").asText())
                .isEqualTo("quote");
    }

    @Test
    void suggestions_are_shown_in_ones_own_chat_and_nowhere_else() throws Exception {
        met();
        TeamsMessage message = new TeamsMessage("Hello", Optional.empty(), List.of("help", "report"));
        direct(TEACHER, message);
        JsonNode suggested = teams.next().body().path("suggestedActions");
        assertThat(suggested.path("to").path(0).asText()).isEqualTo("29:" + Activities.TEACHER);
        assertThat(suggested.path("actions").path(1).path("type").asText()).isEqualTo("imBack");
        assertThat(suggested.path("actions").path(1).path("value").asText()).isEqualTo("report");
        line().openly(THREAD, List.of(message));
        assertThat(teams.next().body().path("suggestedActions").isEmpty()).isTrue();
    }

    @Test
    void in_a_channel_it_is_said_in_the_thread() throws Exception {
        site.send(activities.mentioned("1", Activities.TEACHER, "hello"));
        site.chat().next();
        line().openly(THREAD, List.of(words("one"), words("two")));
        assertThat(teams.next().path()).isEqualTo("/emea/v3/conversations/" + THREAD.conversation() + "/activities");
        assertThat(teams.next().text()).isEqualTo("two");
    }

    @Test
    void the_own_chat_of_somebody_who_only_spoke_in_a_channel_is_opened_once() throws Exception {
        site.send(activities.mentioned("1", Activities.TEACHER, "hello"));
        site.chat().next();
        direct(TEACHER, words("one"));
        direct(TEACHER, words("two"));
        StandInTeams.Call opened = teams.next();
        assertThat(opened.path()).isEqualTo("/emea/v3/conversations");
        assertThat(opened.body().path("members").path(0).path("id").asText()).isEqualTo("29:" + Activities.TEACHER);
        assertThat(opened.body().path("bot").path("id").asText()).isEqualTo("28:" + StandInTeams.APP);
        assertThat(opened.body().path("tenantId").asText()).isEqualTo(StandInTeams.TENANT);
        assertThat(opened.body().path("isGroup").asBoolean(true)).isFalse();
        assertThat(teams.next().path()).endsWith("/a:opened-29:" + Activities.TEACHER + "/activities");
        assertThat(teams.next().text()).isEqualTo("two");
    }

    @Test
    void where_somebody_is_reached_survives_a_restart() throws Exception {
        met();
        site.close();
        site = new TeamsSite(data, teams, time);
        direct(TEACHER, words("after the restart"));
        assertThat(teams.next().path()).endsWith("/a:own-" + Activities.TEACHER + "/activities");
    }

    @Test
    void somebody_never_heard_of_is_reached_by_their_id_in_entra() throws Exception {
        direct(new Person(StandInTeams.TENANT, "aad-head"), words("there is a report"));
        assertThat(teams.next().body().path("members").path(0).path("id").asText())
                .isEqualTo("aad-head");
        assertThat(teams.next().text()).isEqualTo("there is a report");
    }

    @Test
    void who_has_not_got_the_app_is_told_of_and_nothing_is_said() throws Exception {
        Person without = new Person(StandInTeams.TENANT, "aad-without");
        teams.withoutApp.add("aad-without");
        assertThat(reach(without)).isEqualTo(Reached.REFUSED);
        assertThat(teams.said()).isEmpty();
    }

    @Test
    void somebody_of_another_tenant_is_never_written_to() throws Exception {
        Person stranger = new Person("another-tenant", "aad-x");
        assertThat(reach(stranger)).isEqualTo(Reached.REFUSED);
        assertThat(teams.everything).isEmpty();
        assertThat(line().kind(stranger, OWN)).isEqualTo(Kind.STRANGER);
    }

    @Test
    void without_a_place_somebody_is_looked_up_in_their_own_chat_and_who_has_none_is_a_stranger() throws Exception {
        Place own = new Place(Room.PERSONAL, "");
        teams.members.put(
                "29:" + Activities.TEACHER, "{\"id\":\"29:" + Activities.TEACHER + "\",\"userRole\":\"user\"}");
        assertThat(line().kind(TEACHER, own)).isEqualTo(Kind.STRANGER);
        assertThat(teams.everything).isEmpty();
        met();
        assertThat(line().kind(TEACHER, own)).isEqualTo(Kind.STAFF);
    }

    @Test
    void a_removal_forgets_where_somebody_is_reached_and_is_told_of() throws Exception {
        met();
        site.send(activities
                .other("installationUpdate", "f:9", Activities.TEACHER)
                .put("action", "remove"));
        assertThat(site.removed).containsExactly(TEACHER);
        teams.withoutApp.add(Activities.TEACHER);
        assertThat(reach(TEACHER)).isEqualTo(Reached.REFUSED);
        assertThat(teams.said()).isEmpty();
    }

    private void member(String more) {
        teams.members.put(
                "29:" + Activities.TEACHER,
                "{\"id\":\"29:" + Activities.TEACHER + "\",\"tenantId\":\"" + StandInTeams.TENANT + "\"," + more + "}");
    }

    @Test
    void who_has_used_the_bot_is_found_by_their_address_also_after_a_restart_until_they_remove_it() throws Exception {
        member("\"email\":\"Rosa.Hart@school.example\",\"userPrincipalName\":\"rhart@school.example\"");
        assertThat(line().person(StandInTeams.TENANT, "rosa.hart@school.example")).isEmpty();
        met();
        assertThat(line().mail(TEACHER, OWN)).contains("Rosa.Hart@school.example");
        site.close();
        site = new TeamsSite(data, teams, time);
        assertThat(line().person(StandInTeams.TENANT, "rosa.hart@school.example")).contains(TEACHER);
        assertThat(line().person("another-tenant", "rosa.hart@school.example")).isEmpty();

        member("\"userPrincipalName\":\"rosa@school.example\"");
        time.forward(Duration.ofMinutes(61));
        assertThat(line().mail(TEACHER, OWN)).contains("rosa@school.example");
        assertThat(line().person(StandInTeams.TENANT, "rosa.hart@school.example"))
                .as("an address that they have no more")
                .isEmpty();
        assertThat(line().person(StandInTeams.TENANT, "rosa@school.example")).contains(TEACHER);

        site.send(activities
                .other("installationUpdate", "f:9", Activities.TEACHER)
                .put("action", "remove"));
        assertThat(line().person(StandInTeams.TENANT, "rosa@school.example")).isEmpty();
    }

    @Test
    void somebody_of_another_organisation_has_no_address_here() throws Exception {
        teams.members.put(
                "29:" + Activities.TEACHER,
                "{\"id\":\"29:" + Activities.TEACHER
                        + "\",\"tenantId\":\"another\",\"email\":\"rosa@school.example\"}");
        met();
        assertThat(line().mail(TEACHER, OWN)).isEmpty();
        assertThat(line().person(StandInTeams.TENANT, "rosa@school.example")).isEmpty();
    }

    @Test
    void a_chat_that_is_no_more_is_opened_anew_with_the_next_message() throws Exception {
        met();
        teams.mishap("send", new StandInTeams.Mishap.Status(404));
        assertThat(reach(TEACHER)).isEqualTo(Reached.REFUSED);
        direct(TEACHER, words("two"));
        assertThat(teams.next().path()).isEqualTo("/emea/v3/conversations");
        assertThat(teams.next().text()).isEqualTo("two");
    }

    @Test
    void what_teams_asks_to_wait_for_is_waited_for_and_said_once() throws Exception {
        met();
        teams.mishap("send", new StandInTeams.Mishap.Limited("7"), new StandInTeams.Mishap.Limited(""));
        direct(TEACHER, words("one"));
        assertThat(teams.next().text()).isEqualTo("one");
        assertThat(time.pauses).anyMatch(p -> p.compareTo(Duration.ofSeconds(7)) >= 0 && p.toSeconds() < 9);
        assertThat(teams.said()).containsExactly("one");
        assertThat(site.counted("clausebot.teams.calls", "outcome", "waited")).isEqualTo(2);
    }

    @Test
    void what_fails_in_passing_is_tried_again_ever_later() throws Exception {
        met();
        teams.mishap(
                "send",
                new StandInTeams.Mishap.Status(412),
                new StandInTeams.Mishap.Status(502),
                new StandInTeams.Mishap.Drop(),
                new StandInTeams.Mishap.Status(504));
        direct(TEACHER, words("one"), words("two"));
        assertThat(teams.next().text()).isEqualTo("one");
        assertThat(teams.next().text()).isEqualTo("two");
        assertThat(time.pauses).hasSize(4);
        assertThat(time.pauses.get(3)).isGreaterThan(time.pauses.getFirst().multipliedBy(4));
    }

    @Test
    void a_connector_that_never_answers_is_given_up_and_told_of() throws Exception {
        met();
        teams.mishap(
                "send",
                IntStream.range(0, 5)
                        .mapToObj(i -> new StandInTeams.Mishap.Status(502))
                        .toArray(StandInTeams.Mishap[]::new));
        assertThat(reach(TEACHER)).isEqualTo(Reached.NOT_NOW);
        assertThat(site.counted("clausebot.teams.calls", "outcome", "unreachable"))
                .isEqualTo(1);
    }

    @Test
    void a_slow_connector_is_not_waited_for_for_ever() throws Exception {
        met();
        teams.mishap("send", new StandInTeams.Mishap.Silence());
        direct(TEACHER, words("one"));
        assertThat(teams.next().text()).isEqualTo("one");
    }

    @Test
    void a_token_that_is_not_taken_any_more_is_fetched_anew() throws Exception {
        met();
        direct(TEACHER, words("one"));
        assertThat(teams.next().token()).isEqualTo("token-1");
        direct(TEACHER, words("two"));
        assertThat(teams.next().token()).isEqualTo("token-1");
        teams.spendTokens();
        direct(TEACHER, words("three"));
        assertThat(teams.next().token()).isEqualTo("token-2");
        assertThat(teams.tokenFetches).hasValue(2);
    }

    @Test
    void while_entra_gives_no_token_it_is_asked_again() throws Exception {
        met();
        teams.mishap("token", new StandInTeams.Mishap.Status(503), new StandInTeams.Mishap.Says("no json"));
        direct(TEACHER, words("one"));
        assertThat(teams.next().text()).isEqualTo("one");
    }

    @Test
    void no_more_is_said_in_a_conversation_than_teams_takes() throws Exception {
        met();
        TeamsMessage[] many =
                IntStream.range(0, 130).mapToObj(i -> words("number " + i)).toArray(TeamsMessage[]::new);
        var begun = time.instant();
        direct(TEACHER, many);
        List<String> came = new ArrayList<>();
        for (int i = 0; i < many.length; i++) {
            came.add(teams.next().text());
        }
        assertThat(came).isEqualTo(Stream.of(many).map(TeamsMessage::text).toList());
        // Sixty in half a minute: the 121st comes after two of them.
        assertThat(Duration.between(begun, time.instant())).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(75));
    }

    @Test
    void what_is_said_in_ones_own_chat_keeps_its_order_however_it_is_said() throws Exception {
        met();
        for (int i = 0; i < 10; i++) {
            direct(TEACHER, words("a" + i));
            line().openly(OWN, List.of(words("b" + i)));
        }
        for (int i = 0; i < 10; i++) {
            assertThat(teams.next().text()).isEqualTo("a" + i);
            assertThat(teams.next().text()).isEqualTo("b" + i);
        }
    }

    @Test
    void a_message_is_replaced_and_typing_is_shown() throws Exception {
        met();
        line().typing(OWN);
        line().replace(OWN, "1:42", RecordingTeams.card("another"));
        assertThat(teams.next().body().path("type").asText()).isEqualTo("typing");
        StandInTeams.Call replaced = teams.next();
        assertThat(replaced.method()).isEqualTo("PUT");
        assertThat(replaced.path()).endsWith("/activities/1:42");
        assertThat(replaced.body().path("id").asText()).isEqualTo("1:42");
    }

    @Test
    void members_are_staff_guests_or_strangers_and_asked_for_once() throws Exception {
        met();
        String mine = "\"tenantId\":\"" + StandInTeams.TENANT + "\"";
        teams.members.put(
                "29:" + Activities.TEACHER,
                "{\"id\":\"29:x\",\"aadObjectId\":\"x\",\"userRole\":\"user\"," + mine + "}");
        teams.members.put("guest", "{\"id\":\"29:g\",\"userRole\":\"guest\"," + mine + "}");
        teams.members.put(
                "external", "{\"id\":\"29:e\",\"userPrincipalName\":\"a_b.example#EXT#@school.example\"," + mine + "}");
        teams.members.put("anonymous", "{\"id\":\"29:a\",\"userRole\":\"anonymous\"," + mine + "}");
        teams.members.put("elsewhere", "{\"id\":\"29:o\",\"userRole\":\"user\",\"tenantId\":\"another\"}");
        teams.members.put("by extension", "");
        assertThat(kind(Activities.TEACHER)).isEqualTo(Kind.STAFF);
        assertThat(kind("guest")).isEqualTo(Kind.GUEST);
        assertThat(kind("external")).isEqualTo(Kind.GUEST);
        assertThat(kind("anonymous")).isEqualTo(Kind.STRANGER);
        assertThat(kind("elsewhere")).isEqualTo(Kind.STRANGER);
        assertThat(kind("nobody")).isEqualTo(Kind.STRANGER);
        assertThat(kind("by extension")).isEqualTo(Kind.GUEST);
        teams.members.clear();
        assertThat(kind(Activities.TEACHER)).isEqualTo(Kind.STAFF);
        time.forward(Duration.ofHours(2));
        assertThat(kind(Activities.TEACHER)).isEqualTo(Kind.STRANGER);
    }

    private Kind kind(String object) {
        return line().kind(new Person(StandInTeams.TENANT, object), THREAD);
    }

    @Test
    void while_teams_cannot_say_who_somebody_is_their_message_waits() throws Exception {
        StandInTeams.Mishap[] five = IntStream.range(0, 5)
                .mapToObj(i -> new StandInTeams.Mishap.Status(502))
                .toArray(StandInTeams.Mishap[]::new);
        teams.mishap("member", five);
        assertThatThrownBy(() -> kind(Activities.TEACHER)).isInstanceOf(NotNowException.class);
        teams.mishap("member", five);
        teams.members.put("29:" + Activities.TEACHER, "{\"id\":\"29:x\",\"userRole\":\"user\"}");
        site.chat().then = d -> line().kind(d.by(), THREAD);
        site.send(activities.said("1", Activities.TEACHER, "waits"));
        site.chat().next();
        assertThat(time.pauses).contains(Duration.ofSeconds(5));
    }

    @Test
    void a_redirect_of_the_connector_carries_no_token_elsewhere() throws Exception {
        met();
        teams.mishap("send", new StandInTeams.Mishap.Status(307));
        assertThat(reach(TEACHER)).isEqualTo(Reached.REFUSED);
        assertThat(teams.said()).isEmpty();
    }

    @Test
    void what_is_said_just_before_a_stop_is_sent() throws Exception {
        met();
        for (int i = 0; i < 12; i++) {
            direct(TEACHER, words("n" + i));
        }
        site.connection.close();
        assertThat(teams.said()).hasSize(12);
    }

    @Test
    void nothing_that_goes_well_is_counted() throws Exception {
        met();
        direct(TEACHER, words("one"));
        teams.next();
        ObjectNode press = activities.pressed("f:1", Activities.TEACHER, "1:7", "vote", "{}");
        site.send(press);
        site.chat().nextAsked();
        assertThat(site.meters().getMeters().stream()
                        .map(meter -> meter.getId().getName())
                        .filter(name -> name.startsWith("clausebot.teams")))
                .isEmpty();
        assertThat(site.meters().getMeters().stream().flatMap(meter -> meter.getId().getTags().stream()))
                .noneMatch(tag -> tag.getValue().contains("api/messages"));
    }
}
