package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clausebot.app.ReportVisitor.Shown;
import org.clausebot.chat.teams.wire.Activities;
import org.clausebot.chat.teams.wire.StandInTeams;
import org.clausebot.chat.teams.wire.StandInTeams.Call;
import org.clausebot.chat.teams.wire.Token;
import org.clausebot.school.SchoolFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program in Microsoft Teams: signed activities come in, a stand-in for Microsoft takes what goes out. */
class TeamsJourneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEACHER = "aad-teacher";
    private static final String OWN_CHAT = "a:own-" + TEACHER;
    private static final String DSL = "5e1f0c9a-2222-4222-8222-222222222222";
    private static final Pattern LATER_CODE = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){2}");

    @TempDir
    private Path data;

    private final SteppingClock clock = new SteppingClock(JourneySite.MONDAY);
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<URI> link = new AtomicReference<>();
    private StandInTeams teams;
    private Activities activities;
    private WebProgram web;
    private int sent;

    @BeforeEach
    void open() throws Exception {
        teams = new StandInTeams();
        teams.members.put(
                "29:" + TEACHER,
                "{\"id\":\"29:" + TEACHER + "\",\"name\":\"Rosa Hart\",\"aadObjectId\":\"" + TEACHER
                        + "\",\"tenantId\":\"" + StandInTeams.TENANT + "\",\"userRole\":\"user\"}");
        activities = new Activities(teams);
        Files.writeString(
                data.resolve("school.yaml"),
                SchoolFile.example()
                        .replace(
                                "email: dsl@oakfield.example\n",
                                "email: dsl@oakfield.example\n        teams: " + DSL + "\n"));
        start();
    }

    private void start() throws Exception {
        web = WebProgram.start(
                TestRun.config(
                        data,
                        Map.of(
                                "CLAUSEBOT_HTTP_PORT",
                                "0",
                                "CLAUSEBOT_HTTP_ADDRESS",
                                "https://clausebot.oakfield.example",
                                "MICROSOFT_APP_ID",
                                StandInTeams.APP,
                                "MICROSOFT_APP_TENANT_ID",
                                StandInTeams.TENANT,
                                "MICROSOFT_APP_PASSWORD",
                                "the app's secret",
                                "MICROSOFT_OPENID_METADATA_URL",
                                teams.address() + "metadata",
                                "MICROSOFT_TOKEN_URL",
                                teams.address() + "token")),
                clock,
                link::set);
    }

    @AfterEach
    void close() {
        web.close();
        teams.close();
        client.close();
    }

    private HttpResponse<String> post(JsonNode activity, String bearer) throws Exception {
        return client.send(
                HttpRequest.newBuilder(web.address().resolve("/api/messages"))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Authorization", bearer)
                        .POST(HttpRequest.BodyPublishers.ofString(activity.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(JsonNode activity) throws Exception {
        return post(activity, Token.of(teams, clock.instant()).bearer());
    }

    private String id() {
        sent++;
        return "%013d".formatted(1_795_428_000_000L + sent);
    }

    private void say(String words) throws Exception {
        assertThat(post(activities.said(id(), TEACHER, words)).statusCode()).isBetween(200, 202);
    }

    /** The next call whose body holds {@code words}; what comes before it is passed over. */
    private Call heard(String words) throws InterruptedException {
        Call call = teams.next();
        while (!call.body().toString().contains(words)) {
            call = teams.next();
        }
        return call;
    }

    /** The next message that holds {@code words}, which must be in the teacher's own chat. */
    private JsonNode asked(String words) throws InterruptedException {
        Call call = heard(words);
        assertThat(call.path()).contains(OWN_CHAT);
        return call.body();
    }

    /** Presses the button for {@code label}, and gives what Teams is answered. */
    private JsonNode press(JsonNode message, String label) throws Exception {
        for (JsonNode action : message.findParents("verb")) {
            if (action.path("type").asText().equals("Action.Execute")
                    && (action.path("title").asText().equals(label)
                            || action.path("tooltip").asText().equals(label))) {
                HttpResponse<String> answer = post(activities.pressed(
                        id(),
                        TEACHER,
                        "1:1",
                        action.path("verb").asText(),
                        action.path("data").toString()));
                assertThat(answer.statusCode()).isEqualTo(200);
                return JSON.readTree(answer.body());
            }
        }
        throw new AssertionError("There is no button for " + label);
    }

    private void reportAsFarAsTheName() throws Exception {
        say("report");
        asked("Report contact from a pupil");
        say("Report contact from a pupil");
        asked("make you worried for the child?");
        say("I am not sure");
        asked("Is this about one of these people");
        say("No");
        asked("Which pupil was it?");
        say("Sam in 6B");
        JsonNode how = asked("How did the pupil reach you?");
        JsonNode instead = press(how, "On social media");
        assertThat(instead.path("type").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(instead.path("value").findValuesAsText("type")).doesNotContain("Action.Execute");
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
    }

    private List<String> paths() {
        return teams.everything.stream().map(Call::path).toList();
    }

    /** No word of a report was said anywhere but in the teacher's own chat. */
    private void requireThatNobodyElseHeard() {
        String others = teams.everything.stream()
                .filter(call -> !call.path().contains(OWN_CHAT))
                .map(call -> call.body().toString())
                .collect(Collectors.joining("\n"));
        assertThat(others).doesNotContain("Sam", "pupil", "He wrote", "Mary Wood");
    }

    @Test
    void a_question_in_a_channel_is_answered_in_its_thread_with_clauses() throws Exception {
        assertThat(post(activities.mentioned(id(), TEACHER, "can I friend a parent?"))
                        .statusCode())
                .isBetween(200, 202);

        Call answer = heard("2.6.2");
        assertThat(answer.path()).contains("19:staff@thread.tacv2;messageid=1700000000001");
        assertThat(paths()).noneMatch(path -> path.contains(OWN_CHAT));
    }

    @Test
    void a_report_begun_in_a_channel_goes_on_in_the_persons_own_chat() throws Exception {
        say("hello");
        heard("Hello.");
        assertThat(post(activities.mentioned(id(), TEACHER, "Report contact from a pupil"))
                        .statusCode())
                .isBetween(200, 202);

        Call pointer = heard("I have written to you");
        assertThat(pointer.path()).contains("19:staff@thread.tacv2");
        assertThat(pointer.body().toString()).doesNotContain("pupil", "report");
        assertThat(paths()).anyMatch(path -> path.contains(OWN_CHAT));
        requireThatNobodyElseHeard();
    }

    @Test
    void what_microsoft_did_not_sign_does_nothing() throws Exception {
        assertThat(post(activities.said(id(), TEACHER, "can I friend a pupil?"), "Bearer of nothing")
                        .statusCode())
                .isEqualTo(401);
        say("can I friend a parent?");

        asked("2.6.2");
        assertThat(teams.everything)
                .filteredOn(call -> call.body().path("type").asText().equals("message"))
                .hasSize(1);
    }

    @Test
    void a_report_made_in_teams_survives_a_restart_and_its_receiver_is_told_without_a_word_of_it() throws Exception {
        reportAsFarAsTheName();
        say("Mary Wood");
        assertThat(asked("Is this right?").toString()).contains("Sam in 6B", "He wrote: hi, are you on here too?");
        say("Yes, that is right");
        asked("Shall I send it now?");
        say("Yes, send it now");
        asked("It is sent");

        // It may have come before the receipt.
        while (paths().stream().noneMatch(path -> path.contains("a:opened-" + DSL + "/activities"))) {
            teams.next();
        }
        Call notice = teams.everything.stream()
                .filter(call -> call.path().contains(DSL))
                .findFirst()
                .orElseThrow();
        assertThat(notice.body().toString())
                .contains("https://clausebot.oakfield.example/desk")
                .doesNotContain("Sam", "pupil", "Mary");
        requireThatNobodyElseHeard();
    }

    @Test
    void a_report_begun_in_teams_is_finished_on_the_web() throws Exception {
        reportAsFarAsTheName();
        say("save for later");
        String code = asked("type this code").findValuesAsText("text").stream()
                .filter(LATER_CODE.asMatchPredicate())
                .findFirst()
                .orElseThrow();

        ReportVisitor browser = ReportVisitor.signIn(client, link.get());
        browser.open(client);
        Shown shown = browser.say(client, "", code);
        assertThat(shown.html()).contains("What is your name?");
        shown = browser.say(client, shown.token(), "Mary Wood");
        assertThat(shown.html()).contains("Sam in 6B", "He wrote: hi, are you on here too?");
        shown = browser.say(client, shown.token(), "yes");
        shown = browser.say(client, shown.token(), "yes");
        assertThat(shown.receipt()).isNotEmpty();
        requireThatNobodyElseHeard();
    }

    private void policy(String words) throws Exception {
        Path file = data.resolve("animals.txt");
        Files.writeString(file, words);
        TestRun.Result imported =
                TestRun.run(data, "", "policy", "import", file.toString(), "--id", "animals", "--title", "Animals");
        assertThat(imported.exit()).as(imported.err()).isZero();
    }

    @Test
    void who_waits_for_an_answer_is_told_in_their_own_chat_and_not_once_they_have_removed_the_app() throws Exception {
        say("Can I bring my goat to school?");
        press(asked("Tell me when this is answered"), "Tell me when this is answered");
        assertThat(asked("You asked:").toString()).contains("Can I bring my goat to school?", "Don’t tell me");
        say("Can I bring my tortoise to school?");
        press(asked("Tell me when this is answered"), "Tell me when this is answered");
        asked("You asked:");

        policy("Animals\n\n1.1 Staff must not bring their goat to school.\n");
        JsonNode told = asked("The policy answers it now");
        assertThat(told.toString())
                .contains("Can I bring my goat to school?", "23 November 2026", "Staff must not bring their goat")
                .doesNotContain("tortoise");
        assertThat(told.path("summary").asText()).isNotBlank().doesNotContain("goat");

        say("what am I waiting for?");
        assertThat(asked("You wait for an answer to:").toString())
                .contains("tortoise")
                .doesNotContain("goat");
        post(activities.other("installationUpdate", id(), TEACHER).put("action", "remove"));
        say("what am I waiting for?");
        asked("You wait for no answer.");
    }
}
