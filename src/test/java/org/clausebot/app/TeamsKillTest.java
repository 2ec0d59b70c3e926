package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clausebot.chat.teams.HappyPath;
import org.clausebot.chat.teams.wire.Activities;
import org.clausebot.chat.teams.wire.StandInTeams;
import org.clausebot.chat.teams.wire.StandInTeams.Call;
import org.clausebot.chat.teams.wire.Token;
import org.clausebot.school.SchoolFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People report in Teams, each by another flow, and the server is killed while they are half way. */
class TeamsKillTest {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){2}");
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
        try (StandInTeams teams = new StandInTeams();
                client) {
            paths.forEach(path -> member(teams, path.flow()));
            port = Killed.freePort();
            try (ServedProcess server = new ServedProcess(folder, data, port, environment(teams))) {
                server.start();
                for (HappyPath path : paths) {
                    say(teams, path, path.title());
                    for (HappyPath.Line line : path.firstHalf()) {
                        say(teams, path, Killed.typed(line, CLOCK));
                    }
                }
                // Each word was acknowledged; hardly any is answered yet.
                server.kill();
                server.start();
                for (HappyPath path : paths) {
                    for (HappyPath.Line line : path.secondHalf()) {
                        say(teams, path, Killed.typed(line, CLOCK));
                    }
                }
                await(teams, paths);
                server.kill();
            }
            KilledFolder left = new KilledFolder(data, folder);
            assertThat(left.strings("SELECT id FROM incident"))
                    .as("one case each")
                    .hasSameSizeAs(paths);
            assertThat(left.strings("SELECT id FROM draft")).as("unfinished").isEmpty();
            for (HappyPath path : paths) {
                assertThat(summary(teams, path)).as(path.flow()).contains(HappyPath.free(path.lines()));
            }
        }
    }

    private Map<String, String> environment(StandInTeams teams) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(
                "CLAUSEBOT_FOLDERS_INDEX",
                SmallIndex.in(folder.resolve("index")).toString());
        environment.put("CLAUSEBOT_LIMITS_REQUESTS_PER_MINUTE", "100000");
        environment.put("CLAUSEBOT_HTTP_ADDRESS", "https://clausebot.oakfield.example");
        environment.put("MICROSOFT_APP_ID", StandInTeams.APP);
        environment.put("MICROSOFT_APP_TENANT_ID", StandInTeams.TENANT);
        environment.put("MICROSOFT_APP_PASSWORD", "the app's secret");
        environment.put("MICROSOFT_OPENID_METADATA_URL", teams.address() + "metadata");
        environment.put("MICROSOFT_TOKEN_URL", teams.address() + "token");
        return environment;
    }

    private static void member(StandInTeams teams, String who) {
        teams.members.put(
                "29:" + who,
                "{\"id\":\"29:" + who + "\",\"aadObjectId\":\"" + who + "\",\"tenantId\":\"" + StandInTeams.TENANT
                        + "\",\"userRole\":\"user\"}");
    }

    private void say(StandInTeams teams, HappyPath path, String words) throws IOException, InterruptedException {
        sent++;
        JsonNode activity = new Activities(teams).said(Integer.toString(1_700_000 + sent), path.flow(), words);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/messages"))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header(
                                "Authorization",
                                Token.of(teams, CLOCK.instant()).bearer())
                        .POST(HttpRequest.BodyPublishers.ofString(activity.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(words).isBetween(200, 202);
    }

    /** Until everybody has a receipt. */
    private static void await(StandInTeams teams, List<HappyPath> paths) throws InterruptedException {
        Set<String> receipts = new HashSet<>();
        Set<String> waiting = new HashSet<>();
        paths.forEach(path -> waiting.add(path.flow()));
        while (!waiting.isEmpty()) {
            Call call = teams.next();
            List<String> codes = call.body().findValuesAsText("text").stream()
                    .filter(CODE.asMatchPredicate())
                    .toList();
            if (!codes.isEmpty() && waiting.removeIf(who -> call.path().contains("a:own-" + who + "/"))) {
                assertThat(receipts.add(codes.getFirst())).isTrue();
            }
        }
    }

    /** Everything that somebody was shown in their own chat; what they typed only comes back to be checked. */
    private static String summary(StandInTeams teams, HappyPath path) {
        List<String> shown = new ArrayList<>();
        teams.everything.stream()
                .filter(call -> call.path().contains("a:own-" + path.flow() + "/"))
                .forEach(call -> shown.addAll(call.body().findValuesAsText("text")));
        return String.join("\n", shown);
    }
}
