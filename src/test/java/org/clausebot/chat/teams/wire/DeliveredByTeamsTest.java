package org.clausebot.chat.teams.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.chat.teams.Delivered;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.Delivered.Room;
import org.clausebot.chat.teams.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of activity, and what becomes of it. */
class DeliveredByTeamsTest {
    private static final Person TEACHER = new Person(StandInTeams.TENANT, Activities.TEACHER);
    private static final Place OWN = new Place(Room.PERSONAL, "a:own-" + Activities.TEACHER);

    @TempDir
    private Path data;

    private StandInTeams teams;
    private Activities activities;
    private TeamsSite site;

    @BeforeEach
    void open() throws Exception {
        teams = new StandInTeams();
        activities = new Activities(teams);
        site = new TeamsSite(data, teams);
    }

    @AfterEach
    void close() {
        site.close();
        teams.close();
    }

    private Delivered told(ObjectNode activity) throws Exception {
        HttpResponse<String> answer = site.send(activity);
        assertThat(answer.statusCode()).isEqualTo(200);
        return site.chat().next();
    }

    private JsonNode answered(ObjectNode activity) throws Exception {
        HttpResponse<String> answer = site.send(activity);
        assertThat(answer.statusCode()).isEqualTo(200);
        return TeamsSite.json(answer);
    }

    private void assertQuiet(ObjectNode activity) throws Exception {
        HttpResponse<String> answer = site.send(activity);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        told(activities.said("last-" + activity.path("id").asText(), "another", "the end"));
        assertThat(site.chat().delivered).isEmpty();
        assertThat(site.chat().asked).isEmpty();
        assertThat(teams.everything).isEmpty();
    }

    @Test
    void words_in_ones_own_chat() throws Exception {
        assertThat(told(activities.said("1", Activities.TEACHER, "May I friend a parent?")))
                .isEqualTo(new Delivered.Said(TEACHER, OWN, "1", "May I friend a parent?", false));
    }

    @Test
    void words_in_a_channel_without_the_bots_name() throws Exception {
        assertThat(told(activities.mentioned("1", Activities.TEACHER, "may   I &amp;&nbsp;my class…")))
                .isEqualTo(new Delivered.Said(
                        TEACHER,
                        new Place(Room.CHANNEL, "19:staff@thread.tacv2;messageid=1700000000001"),
                        "1",
                        "may I & my class…",
                        false));
    }

    @Test
    void somebody_elses_name_stays_in_the_words() throws Exception {
        ObjectNode activity = activities.mentioned("1", Activities.TEACHER, "ask <at>Amina Khan</at> about me");
        ((ArrayNode) activity.get("entities")).add(Activities.tree("""
                        {"type":"mention","text":"<at>Amina Khan</at>","mentioned":{"id":"29:amina","name":"Amina Khan"}}
                        """));
        assertThat(((Delivered.Said) told(activity)).words()).isEqualTo("ask Amina Khan about me");
    }

    @Test
    void only_the_bots_name_is_delivered_as_no_words() throws Exception {
        assertThat(((Delivered.Said) told(activities.mentioned("1", Activities.TEACHER, ""))).words())
                .isEmpty();
    }

    @Test
    void markup_that_was_typed_stays_as_typed() throws Exception {
        String words = "is *this* <b>or</b> that_1_ &lt;ok? 🙂 [x](http://a.example)";
        assertThat(((Delivered.Said) told(activities.said("1", Activities.TEACHER, words))).words())
                .isEqualTo(words);
    }

    @Test
    void files_are_only_told_of() throws Exception {
        ObjectNode activity = activities.said("1", Activities.TEACHER, "look");
        activity.set("attachments", Activities.tree("""
                {"all":[{"contentType":"text/html","content":"<p>look</p>"},
                        {"contentType":"application/vnd.microsoft.teams.file.download.info","name":"x.png",
                         "contentUrl":"https://files.example/x.png","content":{"downloadUrl":"https://files.example/1"}}]}
                """).get("all"));
        assertThat(told(activity)).isEqualTo(new Delivered.Said(TEACHER, OWN, "1", "look", true));
        assertThat(teams.everything).isEmpty();
    }

    @Test
    void a_group_chat_is_one_and_so_is_what_is_of_no_known_kind() throws Exception {
        ObjectNode group =
                activities.inGroup("message", "1", Activities.TEACHER).put("text", "hello");
        assertThat(((Delivered.Said) told(group)).at()).isEqualTo(new Place(Room.GROUP, "19:group@thread.v2"));
        ObjectNode odd = activities.said("2", Activities.TEACHER, "hello");
        ((ObjectNode) odd.get("conversation")).put("conversationType", "hologram");
        assertThat(((Delivered.Said) told(odd)).at().room()).isEqualTo(Room.GROUP);
    }

    @Test
    void a_button_is_answered_with_a_card_in_its_place() throws Exception {
        site.chat().answer = d -> new Response.Instead(RecordingTeams.card("noted"));
        JsonNode answer = answered(activities.pressed(
                "f:1",
                Activities.TEACHER,
                "1:77",
                "vote",
                "{\"value\":\"v|1\",\"ticks:1\":true,\"n\":3,\"deep\":{\"a\":1}}"));
        assertThat(site.chat().nextAsked())
                .isEqualTo(new Delivered.Pressed(
                        TEACHER, OWN, "1:77", "vote", Map.of("value", "v|1", "ticks:1", "true", "n", "3")));
        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.path("type").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(answer.path("value").path("body").path(0).path("text").asText())
                .isEqualTo("noted");
    }

    @Test
    void a_word_beside_a_button_is_a_message() throws Exception {
        JsonNode answer = answered(activities.pressed("f:1", Activities.TEACHER, "1:77", "vote", "{}"));
        assertThat(answer).isEqualTo(Activities.tree("""
                {"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"done"}
                """));
    }

    @Test
    void a_button_in_its_older_form_comes_as_a_message() throws Exception {
        ObjectNode activity =
                activities.other("message", "5", Activities.TEACHER).put("replyToId", "1:77");
        activity.set("value", Activities.tree("{\"verb\":\"say\",\"value\":\"t|yes\"}"));
        assertThat(told(activity))
                .isEqualTo(new Delivered.Pressed(TEACHER, OWN, "1:77", "say", Map.of("verb", "say", "value", "t|yes")));
    }

    @Test
    void a_dialog_is_opened_shown_again_and_closed() throws Exception {
        site.chat().answer = d -> ((Delivered.Dialog) d).sent()
                ? new Response.Close("Thank you.")
                : new Response.Dialog("Your answer", RecordingTeams.card("long form"));
        JsonNode opened = answered(activities.invoke("task/fetch", "f:1", Activities.TEACHER, """
                {"data":{"msteams":{"type":"task/fetch"},"verb":"window","value":"t1"},
                 "context":{"theme":"dark"}}"""));
        assertThat(site.chat().nextAsked())
                .isEqualTo(new Delivered.Dialog(TEACHER, OWN, false, Map.of("verb", "window", "value", "t1")));
        assertThat(opened.path("task").path("type").asText()).isEqualTo("continue");
        JsonNode value = opened.path("task").path("value");
        assertThat(value.path("title").asText()).isEqualTo("Your answer");
        assertThat(value.path("card").path("contentType").asText())
                .isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(value.path("card").path("content").path("type").asText()).isEqualTo("AdaptiveCard");
        JsonNode closed = answered(activities.invoke(
                "task/submit", "f:2", Activities.TEACHER, "{\"data\":{\"answer\":\"long words\",\"value\":\"t1\"}}"));
        assertThat(site.chat().nextAsked())
                .isEqualTo(new Delivered.Dialog(TEACHER, OWN, true, Map.of("answer", "long words", "value", "t1")));
        assertThat(closed).isEqualTo(Activities.tree("{\"task\":{\"type\":\"message\",\"value\":\"Thank you.\"}}"));
    }

    @Test
    void a_search_finds_cards_with_previews_in_which_nothing_is_markup() throws Exception {
        site.chat().answer = d -> new Response.Results(
                List.of(new Response.Result("2.1.5 Contact", "never <b>& ever", RecordingTeams.card("clause"))));
        JsonNode answer = answered(activities.invoke("composeExtension/query", "f:1", Activities.TEACHER, """
                {"commandId":"policy","parameters":[{"name":"words","value":" friend a parent "}],
                 "queryOptions":{"skip":0,"count":25}}"""));
        assertThat(site.chat().nextAsked()).isEqualTo(new Delivered.Searched(TEACHER, OWN, "friend a parent"));
        JsonNode extension = answer.path("composeExtension");
        assertThat(extension.path("type").asText()).isEqualTo("result");
        JsonNode first = extension.path("attachments").path(0);
        assertThat(first.path("content").path("body").path(0).path("text").asText())
                .isEqualTo("clause");
        assertThat(first.path("preview").path("content").path("text").asText()).isEqualTo("never &lt;b&gt;&amp; ever");
    }

    @Test
    void the_extension_as_it_opens_searches_for_nothing() throws Exception {
        answered(activities.invoke("composeExtension/query", "f:1", Activities.TEACHER, """
                {"commandId":"policy","parameters":[{"name":"initialRun","value":"true"}]}"""));
        assertThat(site.chat().nextAsked()).isEqualTo(new Delivered.Searched(TEACHER, OWN, ""));
    }

    @Test
    void an_action_on_a_message_brings_its_link_and_its_words() throws Exception {
        site.chat().answer = d -> new Response.Close("I have written to you.");
        JsonNode answer = answered(activities.invoke("composeExtension/fetchTask", "f:1", Activities.TEACHER, """
                {"commandId":"report","commandContext":"message",
                 "messagePayload":{"id":"1","linkToMessage":"https://teams.microsoft.com/l/message/1",
                   "body":{"contentType":"html","content":"<div><p>see&nbsp;<b>this</b> &amp; that</p><p>now</p></div>"}}}"""));
        assertThat(site.chat().nextAsked())
                .isEqualTo(new Delivered.OnMessage(
                        TEACHER,
                        OWN,
                        "report",
                        Optional.of(URI.create("https://teams.microsoft.com/l/message/1")),
                        "see this & that\nnow"));
        assertThat(answer.path("task").path("value").asText()).isEqualTo("I have written to you.");
    }

    @Test
    void a_link_that_leads_nowhere_safe_is_left_out() throws Exception {
        for (String link : List.of("", "javascript:alert(1)", "http://a b", "file:///etc/passwd")) {
            answered(activities.invoke(
                    "composeExtension/submitAction", "f:" + link.hashCode(), Activities.TEACHER, """
                    {"commandId":"ask","messagePayload":{"linkToMessage":"%s","body":{"contentType":"text","content":"a<b"}}}
                    """.formatted(link)));
            Delivered.OnMessage got = (Delivered.OnMessage) site.chat().nextAsked();
            assertThat(got.link()).isEmpty();
            assertThat(got.words()).isEqualTo("a<b");
        }
    }

    @Test
    void an_installation_is_told_once_and_again_after_a_removal() throws Exception {
        ObjectNode install = activities
                .other("installationUpdate", "f:1", Activities.TEACHER)
                .put("action", "add");
        assertThat(told(install)).isEqualTo(new Delivered.Installed(TEACHER, OWN));
        ObjectNode added = activities.other("conversationUpdate", "f:2", Activities.TEACHER);
        added.set(
                "membersAdded",
                Activities.tree("{\"all\":[{\"id\":\"28:" + StandInTeams.APP + "\"}]}")
                        .get("all"));
        assertQuiet(added);
        site.time.forward(Duration.ofDays(3));
        assertQuiet(added.deepCopy().put("id", "f:3"));
        assertQuiet(activities
                .other("installationUpdate", "f:4", Activities.TEACHER)
                .put("action", "add-upgrade"));
        assertQuiet(activities
                .other("installationUpdate", "f:5", Activities.TEACHER)
                .put("action", "remove"));
        assertThat(told(install.deepCopy().put("id", "f:6"))).isEqualTo(new Delivered.Installed(TEACHER, OWN));
    }

    @Test
    void an_installation_in_a_team_is_told_once_whoever_else_comes() throws Exception {
        ObjectNode added = activities.inTeam("conversationUpdate", "f:1", Activities.TEACHER);
        added.set(
                "membersAdded",
                Activities.tree("{\"all\":[{\"id\":\"28:" + StandInTeams.APP + "\"},{\"id\":\"29:x\"}]}")
                        .get("all"));
        assertThat(told(added))
                .isEqualTo(new Delivered.Installed(TEACHER, new Place(Room.CHANNEL, "19:staff@thread.tacv2")));
        ObjectNode other = activities.inTeam("conversationUpdate", "f:2", Activities.TEACHER);
        other.set(
                "membersAdded", Activities.tree("{\"all\":[{\"id\":\"29:y\"}]}").get("all"));
        assertQuiet(other);
    }

    private static ObjectNode event(ObjectNode activity, String name) {
        ((ObjectNode) activity.get("channelData")).put("eventType", name);
        return activity.put("text", "the new words");
    }

    @Test
    void that_a_message_was_changed_or_taken_away_is_told_once_and_without_its_words() throws Exception {
        ObjectNode edited = event(activities.other("messageUpdate", "f:1", Activities.TEACHER), "editMessage");
        assertThat(told(edited)).isEqualTo(new Delivered.Altered(TEACHER, OWN, false));
        assertQuiet(edited.deepCopy().put("text", "newer words"));
        ObjectNode gone = event(activities.other("messageDelete", "f:1", Activities.TEACHER), "softDeleteMessage");
        assertThat(told(gone)).isEqualTo(new Delivered.Altered(TEACHER, OWN, true));
        assertQuiet(event(activities.other("messageUpdate", "f:2", Activities.TEACHER), "undeleteMessage"));
    }

    @Test
    void what_is_changed_where_others_read_is_not_told() throws Exception {
        assertQuiet(event(activities.inTeam("messageUpdate", "f:1", Activities.TEACHER), "editMessage"));
        assertQuiet(event(activities.inGroup("messageDelete", "f:2", Activities.TEACHER), "softDeleteMessage"));
    }

    @Test
    void what_asks_for_nothing_is_taken_quietly() throws Exception {
        for (String type : List.of(
                "messageUpdate",
                "messageDelete",
                "messageReaction",
                "typing",
                "endOfConversation",
                "event",
                "trace",
                "handoff",
                "deleteUserData",
                "somethingNew")) {
            assertQuiet(activities
                    .other(type, "q-" + type, Activities.TEACHER)
                    .put("text", "an edited question?")
                    .put("name", "application/vnd.microsoft.meetingStart"));
        }
    }

    @Test
    void an_invoke_of_no_known_kind_is_taken_quietly() throws Exception {
        for (String name :
                List.of("signin/verifyState", "fileConsent/invoke", "actionableMessage/executeAction", "new")) {
            assertQuiet(activities.invoke(name, "q-" + name, Activities.TEACHER, "{}"));
        }
    }

    @Test
    void bots_and_people_unknown_to_entra_are_ignored() throws Exception {
        ObjectNode own = activities.said("1", Activities.TEACHER, "hello");
        ((ObjectNode) own.get("from")).put("id", "28:" + StandInTeams.APP);
        assertQuiet(own);
        ObjectNode anonymous = activities.said("2", Activities.TEACHER, "hello");
        ((ObjectNode) anonymous.get("from")).remove("aadObjectId");
        assertQuiet(anonymous);
    }

    @Test
    void values_that_microsoft_may_add_do_not_lose_a_message() throws Exception {
        ObjectNode activity = activities
                .said("1", Activities.TEACHER, "hello")
                .put("textFormat", "hologram")
                .put("importance", "cosmic")
                .put("inputHint", "later")
                .put("deliveryMode", "drone");
        ((ObjectNode) activity.get("from")).put("role", "wizard");
        assertThat(((Delivered.Said) told(activity)).words()).isEqualTo("hello");
    }
}
