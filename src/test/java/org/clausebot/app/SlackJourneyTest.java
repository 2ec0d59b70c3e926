package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.chat.slack.wire.StandInSlack;
import org.clausebot.chat.slack.wire.StandInSlack.Call;
import org.clausebot.school.SchoolFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program in Slack: signed requests come in, a stand-in for Slack takes what goes out. */
class SlackJourneyTest {
    private static final String SECRET = "signing-secret-of-the-test";

    @TempDir
    private Path data;

    private final SteppingClock clock = new SteppingClock(JourneySite.MONDAY);
    private final HttpClient client = HttpClient.newHttpClient();
    private StandInSlack slack;
    private WebProgram web;
    private int sent;

    @BeforeEach
    void open() throws Exception {
        slack = new StandInSlack()
                .user("U0TA000001", "T1SCHOOL", "Mary Wood")
                .user("U0DSL00001", "T1SCHOOL", "Amina Khan");
        Files.writeString(
                data.resolve("school.yaml"),
                SchoolFile.example()
                        .replace(
                                "email: dsl@oakfield.example\n",
                                "email: dsl@oakfield.example\n        slack: U0DSL00001\n"));
        start();
    }

    private void start() throws Exception {
        web = WebProgram.start(
                TestRun.config(
                        data,
                        Map.of(
                                "CLAUSEBOT_HTTP_PORT", "0",
                                "CLAUSEBOT_DESK_ADDRESS", "https://clausebot.oakfield.example/desk",
                                "CLAUSEBOT_SLACK_WORKSPACES", "T1SCHOOL",
                                "SLACK_SIGNING_SECRET", SECRET,
                                "SLACK_BOT_TOKEN", "xoxb-of-the-test",
                                "SLACK_API_URL", slack.api().toString())),
                clock,
                link -> {});
    }

    @AfterEach
    void close() throws Exception {
        web.close();
        slack.close();
        client.close();
    }

    private int post(String body, String secret) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String stamp = Long.toString(clock.instant().getEpochSecond());
        URI events = web.address().resolve("/slack/events");
        return client.send(
                        HttpRequest.newBuilder(events)
                                .header(
                                        "Content-Type",
                                        body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded")
                                .header("X-Slack-Request-Timestamp", stamp)
                                .header("X-Slack-Signature", StandInSlack.signature(secret, stamp, bytes))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private void say(String words) throws Exception {
        sent++;
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("channel_type", "im");
        event.addProperty("channel", "DU0TA000001");
        event.addProperty("team", "T1SCHOOL");
        event.addProperty("user", "U0TA000001");
        event.addProperty("text", words);
        event.addProperty("ts", "1795428000.%06d".formatted(sent));
        event.addProperty("event_ts", "1795428000.%06d".formatted(sent));
        JsonObject envelope = new JsonObject();
        envelope.addProperty("type", "event_callback");
        envelope.addProperty("team_id", "T1SCHOOL");
        envelope.addProperty("api_app_id", "A1");
        envelope.addProperty("event_id", "Ev" + sent);
        envelope.addProperty("event_time", 1_795_428_000);
        envelope.add("event", event);
        assertThat(post(envelope.toString(), SECRET)).isEqualTo(200);
    }

    private String command(String command, String words) {
        return "token=Z&team_id=T1SCHOOL&channel_id=C1STAFF&channel_name=staff-room&user_id=U0TA000001&user_name=mary&command="
                + encoded(command) + "&text=" + encoded(words)
                + "&api_app_id=A1&is_enterprise_install=false&response_url=" + encoded(slack.respond("one"))
                + "&trigger_id=1.2.3";
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** The next message in the direct message that holds {@code words}; what comes before it is passed over. */
    private Call asked(String words) throws InterruptedException {
        Call call = slack.next("chat.postMessage");
        while (!call.get("blocks").contains(words)) {
            call = slack.next("chat.postMessage");
        }
        assertThat(call.get("channel")).isEqualTo("DU0TA000001");
        return call;
    }

    @Test
    void a_command_in_a_channel_is_answered_with_clauses_to_the_asker_alone() throws Exception {
        assertThat(post(command("/policy", "can I friend a parent?"), SECRET)).isEqualTo(200);

        Call answer = slack.next("response_url");
        assertThat(answer.get("response_type")).isEqualTo("ephemeral");
        assertThat(answer.get("blocks")).contains("2.6.2", "Share in thread");
        assertThat(slack.called("chat.postMessage")).isEmpty();
        assertThat(slack.broken).isEmpty();
    }

    @Test
    void what_slack_did_not_sign_does_nothing() throws Exception {
        assertThat(post(command("/policy", "can I friend a parent?"), "another secret"))
                .isEqualTo(401);
        assertThat(post(command("/policy", "can I friend a pupil?"), SECRET)).isEqualTo(200);

        assertThat(slack.next("response_url").get("blocks")).contains("2.6.1");
        assertThat(slack.called("response_url")).hasSize(1);
    }

    @Test
    void a_report_made_in_slack_survives_a_restart_and_its_receiver_is_told_without_a_word_of_it() throws Exception {
        assertThat(post(command("/report", ""), SECRET)).isEqualTo(200);
        asked("Report contact from a pupil");
        say("Report contact from a pupil");
        asked("make you worried for the child?");
        say("I am not sure");
        asked("Is this about one of these people");
        say("No");
        asked("Which pupil was it?");
        say("Sam in 6B");
        asked("How did the pupil reach you?");
        say("On social media");
        asked("When was it?");

        web.close();
        start();

        say("yesterday about 4");
        asked("What did the pupil write or say?");
        say("He wrote: hi, are you on here too?");
        asked("Have you answered the pupil?");
        say("No");
        asked("How did the pupil get your number");
        say("skip");
        asked("screen print");
        say("no files");
        asked("What is your name?");
        say("Mary Wood");
        assertThat(asked("Is this right?").get("blocks")).contains("Sam in 6B", "He wrote: hi, are you on here too?");
        say("Yes, that is right");
        asked("Shall I send it now?");
        say("Yes, send it now");
        asked("It is sent");

        Call notice = slack.next("chat.postMessage");
        while (!notice.get("channel").equals("DU0DSL00001")) {
            notice = slack.next("chat.postMessage");
        }
        assertThat(notice.get("text") + notice.get("blocks"))
                .contains("https://clausebot.oakfield.example/desk")
                .doesNotContain("Sam", "pupil", "Mary");
        assertThat(slack.called("chat.postEphemeral")).isEmpty();
        assertThat(slack.called("chat.postMessage"))
                .allMatch(call -> call.get("channel").startsWith("DU"));
        assertThat(slack.broken).isEmpty();
    }

    /** A payload as Slack sends it. */
    private static String payload(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/slack").resolve(name));
    }

    /** Presses the button of a direct message whose action begins with {@code kind}. */
    private void press(Call shown, String kind) throws Exception {
        Matcher button = Pattern.compile("\"action_id\":\"(" + kind + ":[0-9]+)\",\"value\":\"([^\"]*)\"")
                .matcher(shown.get("blocks"));
        assertThat(button.find()).as("a button to press").isTrue();
        sent++;
        String payload = payload("press-button.json")
                .replace("UTEACHER", "U0TA000001")
                .replace("609.1.press", "609.1.press" + sent)
                .replace("1795425605.123456", "1795428000.%06d".formatted(sent))
                .replace("say:1", button.group(1))
                .replace("tok|yes", button.group(2));
        assertThat(post("payload=" + encoded(payload), SECRET)).isEqualTo(200);
    }

    private void policy(String words) throws Exception {
        Path file = data.resolve("animals.txt");
        Files.writeString(file, words);
        TestRun.Result imported =
                TestRun.run(data, "", "policy", "import", file.toString(), "--id", "animals", "--title", "Animals");
        assertThat(imported.exit()).as(imported.err()).isZero();
    }

    @Test
    void who_waits_for_an_answer_is_told_when_a_policy_that_gives_it_comes_into_force() throws Exception {
        say("Can I bring my goat to school?");
        Call answer = asked("Tell me when this is answered");
        press(answer, "tell-me");
        assertThat(asked("You asked:").get("blocks")).contains("Can I bring my goat to school?", "Don’t tell me");
        assertThat(web.policies()).hasSize(1);

        web.close();
        policy(
                "Animals\n\n1.1 Staff must not bring their goat to school.\n\n1.2 A goat may be brought to the summer fair.\n");
        slack.calls.clear();
        start();

        Call told = asked("The policy answers it now");
        assertThat(told.get("blocks"))
                .contains(
                        "Can I bring my goat to school?",
                        "23 November 2026",
                        "Staff must not bring their goat to school.");
        assertThat(told.get("text")).doesNotContain("goat");
        assertThat(slack.called("chat.postEphemeral")).isEmpty();
        say("what am I waiting for?");
        asked("You wait for no answer.");
        assertThat(slack.broken).isEmpty();
    }

    @Test
    void who_waits_is_told_while_the_program_runs_and_not_after_the_workspace_has_removed_it() throws Exception {
        say("Can I bring my goat to school?");
        press(asked("Tell me when this is answered"), "tell-me");
        asked("You asked:");
        say("Can I bring my tortoise to school?");
        press(asked("Tell me when this is answered"), "tell-me");
        asked("You asked:");

        policy("Animals\n\n1.1 Staff must not bring their goat to school.\n");
        assertThat(asked("The policy answers it now").get("blocks"))
                .contains("goat")
                .doesNotContain("tortoise");

        say("what am I waiting for?");
        assertThat(asked("You wait for an answer to:").get("blocks")).contains("tortoise");
        assertThat(post(payload("app-uninstalled.json"), SECRET)).isEqualTo(200);
        say("what am I waiting for?");
        asked("You wait for no answer.");
    }
}
