package org.clausebot.chat.teams.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.clausebot.chat.slack.wire.TestTime;
import org.clausebot.chat.teams.Delivered;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Response;
import org.clausebot.chat.teams.TeamsChat;
import org.clausebot.chat.teams.TeamsLine;
import org.clausebot.chat.teams.card.TeamsMessage;
import org.clausebot.http.Npm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Microsoft's own JavaScript library holds a conversation: what it sends is understood, and it understands what comes back. */
class MicrosoftsLibraryTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path data;

    /** Answers a little of everything. */
    private record Talker(TeamsLine line) implements TeamsChat {
        @Override
        public void on(Delivered delivered) {
            if (!(delivered instanceof Delivered.Said said)) {
                return;
            }
            if (said.words().equals("Hello")) {
                line.typing(said.at());
                line.direct(
                        said.by(),
                        List.of(
                                new TeamsMessage("Hello to you", Optional.empty(), List.of("help", "report")),
                                RecordingTeams.card("2.1.5 as printed")));
            } else {
                line.openly(
                        said.at(),
                        List.of(RecordingTeams.words(
                                "You are " + line.kind(said.by(), said.at()) + ": " + said.words())));
            }
        }

        @Override
        public void added(Delivered delivered) {
            throw new IllegalStateException("Nothing is added to a report here");
        }

        @Override
        public Response answer(Delivered delivered) {
            return switch (delivered) {
                case Delivered.Pressed pressed -> {
                    line.replace(pressed.at(), pressed.card(), RecordingTeams.card("replaced"));
                    yield new Response.Instead(
                            RecordingTeams.card("voted " + pressed.fields().get("value")));
                }
                case Delivered.Dialog dialog -> new Response.Dialog("Your answer", RecordingTeams.card("form"));
                case Delivered.Searched searched -> {
                    Person head = new Person(searched.by().tenant(), "aad-head");
                    line.direct(head, List.of(RecordingTeams.words("There is a report")));
                    yield new Response.Results(List.of(new Response.Result(
                            "2.1.5", "about a " + searched.words(), RecordingTeams.card("clause"))));
                }
                case Delivered.Said d -> throw new IllegalStateException("told, not asked");
                case Delivered.OnMessage d -> new Response.Close("done");
                case Delivered.Installed d -> throw new IllegalStateException("told, not asked");
                case Delivered.Altered d -> throw new IllegalStateException("told, not asked");
            };
        }
    }

    @Test
    void microsofts_library_talks_with_it_and_each_understands_the_other() throws Exception {
        TestTime time = new TestTime();
        // The library looks at the machine's clock.
        time.forward(Duration.between(time.instant(), Clock.systemUTC().instant()));
        Process node = Npm.node("conversation.cjs")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (StandInTeams teams = new StandInTeams();
                TeamsSite site = new TeamsSite(data, teams, time, Talker::new);
                BufferedReader out =
                        new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
            String service = Objects.requireNonNull(out.readLine(), "the address of Node's connector");
            ObjectNode told = JSON.createObjectNode()
                    .put("bot", site.messages().toString())
                    .put("app", StandInTeams.APP)
                    .put("tenant", StandInTeams.TENANT)
                    .put("metadata", teams.settings().metadata().toString())
                    .put("token", site.token().claim("serviceurl", service).bearer());
            node.getOutputStream().write((told + "\n").getBytes(StandardCharsets.UTF_8));
            node.getOutputStream().flush();
            JsonNode saw = JSON.readTree(Objects.requireNonNull(out.readLine(), "what Node saw"));
            assertThat(saw.path("fault").asText(""))
                    .as(saw.path("received").toString())
                    .isEmpty();
            assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(node.exitValue()).isZero();
            assertSaw(saw);
        } finally {
            node.destroyForcibly();
        }
    }

    private static void assertSaw(JsonNode saw) {
        assertThat(saw.path("greeting").asText()).isEqualTo("Hello to you");
        assertThat(saw.path("suggested").toString())
                .isEqualTo("[[\"imBack\",\"help\",\"help\"],[\"imBack\",\"report\",\"report\"]]");
        assertThat(saw.path("card").path("body").path(0).path("text").asText()).isEqualTo("2.1.5 as printed");
        assertThat(saw.path("summary").asText()).isEqualTo("summary of 2.1.5 as printed");
        assertThat(saw.path("thread").path(0).asText()).isEqualTo("19:staff@thread.tacv2;messageid=17");
        assertThat(saw.path("thread").path(1).asText()).isEqualTo("You are STAFF: in the channel");
        assertThat(saw.path("pressed").path("type").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(saw.path("pressed")
                        .path("value")
                        .path("body")
                        .path(0)
                        .path("text")
                        .asText())
                .isEqualTo("voted yes");
        assertThat(saw.path("replaced").asText()).endsWith("/a:own/activities/1:42");
        assertThat(saw.path("dialog").path("type").asText()).isEqualTo("continue");
        assertThat(saw.path("search")
                        .path("attachments")
                        .path(0)
                        .path("preview")
                        .path("content")
                        .path("text")
                        .asText())
                .isEqualTo("about a parent");
        assertThat(saw.path("opened").asText()).isEqualTo("aad-head");
        assertThat(saw.path("proactive").path(1).asText()).isEqualTo("There is a report");
    }
}
