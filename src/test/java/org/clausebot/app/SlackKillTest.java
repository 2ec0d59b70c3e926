package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clausebot.chat.slack.wire.StandInSlack;
import org.clausebot.chat.slack.wire.StandInSlack.Call;
import org.clausebot.chat.teams.HappyPath;
import org.clausebot.school.SchoolFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People report in Slack, each by another flow, and the server is killed while they are half way. */
class SlackKillTest {
    private static final String SECRET = "signing-secret-of-the-test";
    private static final Pattern CODE = Pattern.compile("\"[0-9A-Z]{4}(-[0-9A-Z]{4}){2}\"");
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    private final HttpClient client = Gate.newClient();
    private int port;
    private int sent;

    @Test
    void kill_9_half_way_through_their_reports_loses_no_word_and_each_is_sent_once() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve(SchoolFile.NAME), SchoolFile.example());
        List<HappyPath> paths = Killed.paths();
        try (StandInSlack slack = new StandInSlack();
                client) {
            paths.forEach(path -> slack.user(user(path), "T1SCHOOL", "Reporter"));
            port = Killed.freePort();
            try (ServedProcess server = new ServedProcess(folder, data, port, environment(slack))) {
                server.start();
                for (HappyPath path : paths) {
                    say(path, path.title());
                    for (HappyPath.Line line : path.firstHalf()) {
                        say(path, Killed.typed(line, CLOCK));
                    }
                }
                // Each word was acknowledged; hardly any is answered yet.
                server.kill();
                server.start();
                for (HappyPath path : paths) {
                    for (HappyPath.Line line : path.secondHalf()) {
                        say(path, Killed.typed(line, CLOCK));
                    }
                }
                await(slack, paths);
                server.kill();
            }
            KilledFolder left = new KilledFolder(data, folder);
            assertThat(left.strings("SELECT id FROM incident"))
                    .as("one case each")
                    .hasSameSizeAs(paths);
            assertThat(left.strings("SELECT id FROM draft")).as("unfinished").isEmpty();
            for (HappyPath path : paths) {
                assertThat(shown(slack, path)).as(path.flow()).contains(HappyPath.free(path.lines()));
            }
            assertThat(slack.broken).isEmpty();
        }
    }

    private Map<String, String> environment(StandInSlack slack) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(
                "CLAUSEBOT_FOLDERS_INDEX",
                SmallIndex.in(folder.resolve("index")).toString());
        environment.put("CLAUSEBOT_LIMITS_REQUESTS_PER_MINUTE", "100000");
        environment.put("CLAUSEBOT_SLACK_WORKSPACES", "T1SCHOOL");
        environment.put("SLACK_SIGNING_SECRET", SECRET);
        environment.put("SLACK_BOT_TOKEN", "xoxb-of-the-test");
        environment.put("SLACK_API_URL", slack.api().toString());
        return environment;
    }

    private static String user(HappyPath path) {
        return "U0" + path.flow().toUpperCase(Locale.ROOT).replace("-", "");
    }

    private void say(HappyPath path, String words) throws IOException, InterruptedException {
        sent++;
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("channel_type", "im");
        event.addProperty("channel", "D" + user(path));
        event.addProperty("team", "T1SCHOOL");
        event.addProperty("user", user(path));
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
        byte[] body = envelope.toString().getBytes(StandardCharsets.UTF_8);
        String stamp = Long.toString(CLOCK.instant().getEpochSecond());
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slack/events"))
                        .header("Content-Type", "application/json")
                        .header("X-Slack-Request-Timestamp", stamp)
                        .header("X-Slack-Signature", StandInSlack.signature(SECRET, stamp, body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(words).isEqualTo(200);
    }

    /** Until everybody has a receipt. */
    private static void await(StandInSlack slack, List<HappyPath> paths) throws InterruptedException {
        Set<String> waiting = new HashSet<>();
        paths.forEach(path -> waiting.add("D" + user(path)));
        while (!waiting.isEmpty()) {
            Call call = slack.next("chat.postMessage");
            if (CODE.matcher(call.get("blocks")).find()) {
                waiting.remove(call.get("channel"));
            }
        }
    }

    /** Everything that somebody was shown in their own chat; what they typed only comes back to be checked. */
    private static String shown(StandInSlack slack, HappyPath path) {
        StringBuilder shown = new StringBuilder();
        slack.everything.stream()
                .filter(call -> call.get("channel").equals("D" + user(path)))
                .forEach(call -> shown.append(call.get("blocks")).append('\n'));
        return shown.toString();
    }
}
