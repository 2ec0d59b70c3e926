package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.acknowledgement.Acknowledgements;
import org.clausebot.acknowledgement.Reading;
import org.clausebot.acknowledgement.StaffList;
import org.clausebot.acknowledgement.VersionHash;
import org.clausebot.chat.slack.wire.StandInSlack;
import org.clausebot.chat.teams.wire.Activities;
import org.clausebot.chat.teams.wire.StandInTeams;
import org.clausebot.chat.teams.wire.Token;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.PolicyReader;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.SchoolFile;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program in both chat programs: a request goes out, and signed presses come back, over a restart. */
class ReadInChatJourneyTest {
    private static final String SECRET = "signing-secret-of-the-test";
    private static final String IN_SLACK = "U0TA000001";
    private static final String IN_TEAMS = "aad-teacher";
    private static final String MARY = "mary@oakfield.example";
    private static final String ROSA = "rosa@oakfield.example";
    private static final String NEITHER = "olu@oakfield.example";

    @TempDir
    private Path data;

    private final SteppingClock clock = new SteppingClock(JourneySite.MONDAY);
    private final HttpClient client = HttpClient.newHttpClient();
    private StandInSlack slack;
    private StandInTeams teams;
    private Activities activities;
    private WebProgram web;
    private int sent;

    @BeforeEach
    void open() throws Exception {
        slack = new StandInSlack().user(IN_SLACK, "T1SCHOOL", "Mary Wood").mail(IN_SLACK, MARY);
        teams = new StandInTeams();
        teams.members.put(
                "29:" + IN_TEAMS,
                "{\"id\":\"29:" + IN_TEAMS + "\",\"name\":\"Rosa Hart\",\"aadObjectId\":\"" + IN_TEAMS
                        + "\",\"tenantId\":\"" + StandInTeams.TENANT + "\",\"userRole\":\"user\",\"email\":\"" + ROSA
                        + "\"}");
        activities = new Activities(teams);
        Files.writeString(data.resolve("school.yaml"), SchoolFile.example());
        start();
    }

    private Config config() throws SettingsException {
        return TestRun.config(
                data,
                Map.ofEntries(
                        Map.entry("CLAUSEBOT_HTTP_PORT", "0"),
                        Map.entry("CLAUSEBOT_HTTP_ADDRESS", "https://clausebot.oakfield.example"),
                        Map.entry("CLAUSEBOT_SLACK_WORKSPACES", "T1SCHOOL"),
                        Map.entry("CLAUSEBOT_SLACK_FIND_BY_MAIL", "true"),
                        Map.entry("SLACK_SIGNING_SECRET", SECRET),
                        Map.entry("SLACK_BOT_TOKEN", "xoxb-of-the-test"),
                        Map.entry("SLACK_API_URL", slack.api().toString()),
                        Map.entry("MICROSOFT_APP_ID", StandInTeams.APP),
                        Map.entry("MICROSOFT_APP_TENANT_ID", StandInTeams.TENANT),
                        Map.entry("MICROSOFT_APP_PASSWORD", "the app's secret"),
                        Map.entry("MICROSOFT_OPENID_METADATA_URL", teams.address() + "metadata"),
                        Map.entry("MICROSOFT_TOKEN_URL", teams.address() + "token")));
    }

    private void start() throws Exception {
        web = WebProgram.start(config(), clock, link -> {});
    }

    @AfterEach
    void close() throws Exception {
        web.close();
        slack.close();
        teams.close();
        client.close();
    }

    /** What the owner's desk does with a press of its button, and what stands on disk. */
    private <T> T onDisk(java.util.function.BiFunction<Acknowledgements, Policy, T> what) throws Exception {
        Policy policy = new PolicyLibrary(
                        Path.of("index/policies"), data.resolve("policies"), new PolicyReader(), clock)
                .versions(new PolicyId("social-media"))
                .getFirst();
        try (SqliteStorage storage = SqliteStorage.open(data.resolve("clausebot.db"))) {
            Acknowledgements acknowledgements = new Acknowledgements(
                    SchoolId.DEFAULT,
                    storage.readings(),
                    () -> List.of(policy),
                    id -> List.of(),
                    KeyedHash.of(Keyrings.folder(config()).resolve("reading.key"), "a key", "nothing"),
                    clock);
            return what.apply(acknowledgements, policy);
        }
    }

    private int ask(Acknowledgements acknowledgements, Policy policy) {
        acknowledgements.take(
                StaffList.read("Mary Wood," + MARY + "\nRosa Hart," + ROSA + "\nOlu Ade," + NEITHER), false);
        var checks = acknowledgements.candidates(policy, 1);
        assertThat(acknowledgements.begin(
                        policy.id(),
                        VersionHash.of(policy),
                        checks.stream().map(put -> put.check()).toList(),
                        Optional.empty(),
                        0))
                .isEqualTo(Acknowledgements.Begun.ASKED);
        return checks.getFirst().right();
    }

    private List<Reading> readings() throws Exception {
        return onDisk((acknowledgements, policy) ->
                acknowledgements.readings(acknowledgements.current(policy).orElseThrow()));
    }

    private Optional<LocalDate> done(String mail) throws Exception {
        return readings().stream()
                .filter(reading -> reading.person().email().equals(mail))
                .findFirst()
                .flatMap(Reading::done);
    }

    private void inTeams(JsonNode activity, int status) throws Exception {
        assertThat(postToTeams(activity).statusCode()).isBetween(200, status);
    }

    private HttpResponse<String> postToTeams(JsonNode activity) throws Exception {
        return client.send(
                HttpRequest.newBuilder(web.address().resolve("/api/messages"))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header(
                                "Authorization",
                                Token.of(teams, clock.instant()).bearer())
                        .POST(HttpRequest.BodyPublishers.ofString(activity.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String id() {
        sent++;
        return "%013d".formatted(1_795_428_000_000L + sent);
    }

    /** The next message in Teams that holds {@code words}. */
    private JsonNode heard(String words) throws InterruptedException {
        StandInTeams.Call call = teams.next();
        while (!call.body().toString().contains(words)) {
            call = teams.next();
        }
        assertThat(call.path()).contains("a:own-" + IN_TEAMS);
        return call.body();
    }

    /** Presses the button of a kind that comes {@code nth}, from 0, and gives what takes the card's place. */
    private String pressInTeams(JsonNode message, String verb, int nth) throws Exception {
        List<JsonNode> actions = message.findParents("verb").stream()
                .filter(action -> action.path("type").asText().equals("Action.Execute")
                        && action.path("verb").asText().equals(verb))
                .toList();
        HttpResponse<String> answer = postToTeams(activities.pressed(
                id(), IN_TEAMS, "1:1", verb, actions.get(nth).path("data").toString()));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** The next message in Slack that holds {@code words}. */
    private String said(String words) throws InterruptedException {
        StandInSlack.Call call = slack.next("chat.postMessage");
        while (!call.get("blocks").contains(words)) {
            call = slack.next("chat.postMessage");
        }
        assertThat(call.get("channel")).isEqualTo("D" + IN_SLACK);
        return call.get("blocks");
    }

    private void pressInSlack(String blocks, String kind, int nth, String secret, int status) throws Exception {
        Matcher button = Pattern.compile("\"action_id\":\"(" + kind + ":[0-9]+)\"[^}]*?\"value\":\"([^\"]*)\"")
                .matcher(blocks);
        for (int i = 0; i <= nth; i++) {
            assertThat(button.find()).as("a button to press").isTrue();
        }
        sent++;
        String payload = Files.readString(Path.of("src/test/resources/slack/press-button.json"))
                .replace("UTEACHER", IN_SLACK)
                .replace("609.1.press", "609.1.press" + sent)
                .replace("1795425605.123456", "1795428000.%06d".formatted(sent))
                .replace("say:1", button.group(1))
                .replace("tok|yes", button.group(2));
        byte[] body =
                ("payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        String stamp = Long.toString(clock.instant().getEpochSecond());
        assertThat(client.send(
                                HttpRequest.newBuilder(web.address().resolve("/slack/events"))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .header("X-Slack-Request-Timestamp", stamp)
                                        .header("X-Slack-Signature", StandInSlack.signature(secret, stamp, body))
                                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void each_is_asked_where_they_are_known_and_their_signed_press_is_noted_over_a_restart() throws Exception {
        inTeams(activities.said(id(), IN_TEAMS, "hello"), 202);
        heard("Hello.");
        web.close();
        int right = onDisk(this::ask);
        start();

        String request = said("Your school asks all staff to read this policy");
        assertThat(request).contains("https://clausebot.oakfield.example/read/");
        JsonNode card = heard("Your school asks all staff to read this policy");
        assertThat(card.path("summary").asText()).doesNotContain("Social");

        pressInSlack(request, "read-questions", 0, SECRET, 200);
        String question = said("Question 1 of 1.");
        pressInTeams(card, "read-questions", 0);
        JsonNode asked = heard("Question 1 of 1.");

        web.close();
        start();
        pressInSlack(question, "read-answer", right, SECRET, 200);
        String ready = said("I have read and understood version");
        assertThat(pressInTeams(asked, "read-answer", right)).contains("That is right.");
        JsonNode last = heard("I have read and understood version");
        pressInSlack(ready, "read-understood", 0, "another secret", 401);
        assertThat(readings()).allMatch(reading -> reading.done().isEmpty());

        pressInSlack(ready, "read-understood", 0, SECRET, 200);
        StandInSlack.Call instead = slack.next("chat.update");
        while (!instead.get("blocks").contains("It is noted")) {
            instead = slack.next("chat.update");
        }
        assertThat(pressInTeams(last, "read-understood", 0)).contains("It is noted");
        assertThat(done(MARY)).contains(LocalDate.now(clock));
        assertThat(done(ROSA)).contains(LocalDate.now(clock));
        assertThat(done(NEITHER)).isEmpty();
        assertThat(readings())
                .filteredOn(reading -> reading.person().email().equals(NEITHER))
                .allMatch(reading -> reading.mails() == 0);
        assertThat(slack.called("chat.postMessage"))
                .allMatch(call -> call.get("channel").equals("D" + IN_SLACK));
        assertThat(slack.broken).isEmpty();
    }
}
