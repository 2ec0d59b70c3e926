package org.clausebot.chat.teams.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clausebot.chat.slack.wire.TestTime;
import org.clausebot.chat.teams.Delivered;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.Delivered.Room;
import org.clausebot.chat.teams.Response;
import org.clausebot.chat.teams.TeamsLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once, in order, and never lost. */
class TeamsOnceTest {
    @TempDir
    private Path data;

    private final TestTime time = new TestTime();
    private StandInTeams teams;
    private Activities activities;

    @BeforeEach
    void open() throws Exception {
        teams = new StandInTeams();
        activities = new Activities(teams);
    }

    @AfterEach
    void close() {
        teams.close();
    }

    private TeamsSite site() throws Exception {
        return new TeamsSite(data, teams, time);
    }

    private ObjectNode said(String id, String words) {
        return activities.said(id, Activities.TEACHER, words);
    }

    private static String words(Delivered delivered) {
        return ((Delivered.Said) delivered).words();
    }

    private void last(TeamsSite site) throws Exception {
        site.send(said("last" + site.hashCode(), "the end"));
        assertThat(words(site.chat().next())).isEqualTo("the end");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_same_activity_three_times_is_one_also_after_a_restart_and_with_another_token() throws Exception {
        try (TeamsSite site = site()) {
            for (int i = 0; i < 3; i++) {
                assertThat(site.send(said("1", "one")).statusCode()).isEqualTo(200);
                time.forward(Duration.ofMinutes(1));
            }
            assertThat(words(site.chat().next())).isEqualTo("one");
            last(site);
        }
        try (TeamsSite site = site()) {
            teams.rotate();
            time.forward(Duration.ofMinutes(2));
            assertThat(site.send(said("1", "one")).statusCode()).isEqualTo(200);
            last(site);
        }
    }

    @Test
    void the_same_words_twice_are_two_messages_and_one_id_in_two_chats_too() throws Exception {
        try (TeamsSite site = site()) {
            site.send(said("1", "one"));
            site.send(said("2", "one"));
            site.send(activities.said("1", "another", "one"));
            for (int i = 0; i < 3; i++) {
                assertThat(words(site.chat().next())).isEqualTo("one");
            }
        }
    }

    @Test
    void a_press_that_comes_twice_is_done_once_and_both_get_its_answer() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (TeamsSite site = site()) {
            site.chat().answer = d -> {
                begun.countDown();
                await(go);
                return new Response.Word("counted");
            };
            ObjectNode press = activities.pressed("f:1", Activities.TEACHER, "1:7", "vote", "{}");
            List<HttpResponse<String>> answers = new ArrayList<>();
            Thread first = Thread.ofVirtual().start(() -> {
                try {
                    answers.add(site.send(press));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            begun.await(60, TimeUnit.SECONDS);
            Thread release = Thread.ofVirtual().start(go::countDown);
            HttpResponse<String> second = site.send(press);
            first.join();
            release.join();
            assertThat(TeamsSite.json(answers.getFirst()).path("value").asText())
                    .isEqualTo("counted");
            assertThat(TeamsSite.json(second).path("value").asText()).isIn("counted", TeamsSite.LATE);
            site.chat().nextAsked();
            assertThat(site.chat().asked).isEmpty();
        }
    }

    @Test
    void a_press_replayed_later_does_nothing() throws Exception {
        ObjectNode press = activities.pressed("f:1", Activities.TEACHER, "1:7", "vote", "{}");
        try (TeamsSite site = site()) {
            site.send(press);
            site.chat().nextAsked();
            assertThat(TeamsSite.json(site.send(press)).path("value").asText()).isEqualTo(TeamsSite.LATE);
            last(site);
            assertThat(site.chat().asked).isEmpty();
        }
    }

    @Test
    void an_answer_that_takes_too_long_is_said_when_it_is_ready() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (TeamsSite site = site()) {
            site.chat().answer = d -> {
                await(go);
                return new Response.Instead(RecordingTeams.card("ready"));
            };
            long begun = System.nanoTime();
            HttpResponse<String> answer =
                    site.send(activities.pressed("f:1", Activities.TEACHER, "1:77", "vote", "{}"));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
            // Teams shows an error after some ten seconds.
            assertThat(Tuning.usual().answer()).isLessThan(Duration.ofSeconds(10));
            assertThat(TeamsSite.json(answer).path("value").asText()).isEqualTo(TeamsSite.LATE);
            go.countDown();
            StandInTeams.Call call = teams.next();
            assertThat(call.method()).isEqualTo("PUT");
            assertThat(call.path()).endsWith("/v3/conversations/a:own-" + Activities.TEACHER + "/activities/1:77");
        }
    }

    @Test
    void what_one_person_sends_comes_in_order_and_a_slow_one_holds_up_nobody_else() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (TeamsSite site = site()) {
            site.chat().then = d -> {
                if (d.by().object().equals("slow")) {
                    await(go);
                }
            };
            site.send(activities.said("0", "slow", "slow"));
            List<String> expected = new ArrayList<>();
            List<String> came = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                expected.add("number " + i);
                site.send(said("n" + i, "number " + i));
            }
            for (int i = 0; i < 30; i++) {
                came.add(words(site.chat().next()));
            }
            assertThat(came).isEqualTo(expected);
            go.countDown();
            assertThat(site.chat().next().by().object()).isEqualTo("slow");
        }
    }

    @Test
    void what_was_acknowledged_and_not_done_when_the_connection_closed_is_done_at_the_next_start() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        TeamsSite first = site();
        first.chat().then = d -> await(never);
        first.chat().answer = d -> {
            await(never);
            return new Response.Word("never");
        };
        first.send(said("1", "words about Zebedee"));
        first.send(said("2", "more words about Zebedee"));
        first.send(activities.pressed("f:1", "another", "1:77", "say", "{\"value\":\"Zebedee\"}"));
        first.close();
        assertThat(filesHold("Zebedee"))
                .as("words in the files while they wait")
                .isFalse();
        assertThat(filesHold(Activities.TEACHER)).as("people in the files").isFalse();
        try (TeamsSite second = new TeamsSite(
                data,
                teams,
                time,
                chat -> chat.answer = d -> new Response.Instead(RecordingTeams.card("done after all")),
                s -> s)) {
            assertThat(words(second.chat().next())).isEqualTo("words about Zebedee");
            assertThat(words(second.chat().next())).isEqualTo("more words about Zebedee");
            assertThat(((Delivered.Pressed) second.chat().nextAsked()).fields()).containsEntry("value", "Zebedee");
            assertThat(teams.next().path()).endsWith("/a:own-another/activities/1:77");
            second.send(said("2", "more words about Zebedee"));
            last(second);
        }
        never.countDown();
        try (TeamsSite third = site()) {
            last(third);
            assertThat(third.chat().asked).isEmpty();
        }
    }

    @Test
    void a_search_that_a_stop_cut_off_is_forgotten() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        TeamsSite first = site();
        first.chat().answer = d -> {
            await(never);
            return new Response.Word("never");
        };
        first.send(activities.invoke(
                "composeExtension/query",
                "f:1",
                Activities.TEACHER,
                "{\"parameters\":[{\"name\":\"words\",\"value\":\"x\"}]}"));
        first.close();
        never.countDown();
        try (TeamsSite second = site()) {
            last(second);
            assertThat(second.chat().asked).isEmpty();
        }
    }

    private static void unreachable(StandInTeams teams, String call) {
        for (int i = 0; i < 5; i++) {
            teams.mishap(call, new StandInTeams.Mishap.Status(502));
        }
    }

    private static void answering(TeamsSite site) {
        site.chat().then = d -> {
            site.chat().line.direct(d.by(), List.of(RecordingTeams.words("an answer with a goat")));
        };
    }

    private long times(String words) {
        return teams.said().stream().filter(words::equals).count();
    }

    @Test
    void an_answer_that_teams_did_not_take_is_given_at_the_next_start_and_nothing_is_worked_on_twice()
            throws Exception {
        TeamsSite first = site();
        answering(first);
        unreachable(teams, "send");
        first.send(said("1", "may I bring it?"));
        first.chat().next();
        first.close();
        assertThat(times("an answer with a goat")).isZero();
        assertThat(filesHold("a goat"))
                .as("the answer in the files while it waits")
                .isFalse();
        try (TeamsSite second = site()) {
            assertThat(teams.next().text()).isEqualTo("an answer with a goat");
            second.send(said("1", "may I bring it?"));
            last(second);
            assertThat(second.chat().delivered).isEmpty();
        }
        try (TeamsSite third = site()) {
            last(third);
            assertThat(times("an answer with a goat")).isEqualTo(1);
        }
    }

    @Test
    void what_is_said_where_others_are_and_that_it_was_are_kept_together() throws Exception {
        Place channel = new Place(Room.CHANNEL, "19:c@thread.tacv2;messageid=1");
        TeamsSite first = site();
        first.chat().then = d -> first.chat()
                .line
                .direct(
                        d.by(),
                        List.of(RecordingTeams.words("for you alone")),
                        new TeamsLine.Pointer(
                                channel,
                                List.of(RecordingTeams.words("I have written to you")),
                                List.of(RecordingTeams.words("open the chat"))));
        unreachable(teams, "send");
        first.send(said("1", "may I?"));
        first.chat().next();
        first.close();
        try (TeamsSite second = site()) {
            last(second);
        }
        assertThat(times("for you alone")).isEqualTo(1);
        assertThat(times("I have written to you")).isEqualTo(1);
    }

    @Test
    void what_teams_refuses_for_good_is_not_said_again() throws Exception {
        TeamsSite first = site();
        answering(first);
        teams.mishap("send", new StandInTeams.Mishap.Status(403));
        first.send(said("1", "may I bring it?"));
        first.chat().next();
        first.close();
        try (TeamsSite second = site()) {
            last(second);
        }
        assertThat(times("an answer with a goat")).isZero();
    }

    @Test
    void an_answer_that_came_too_late_and_that_teams_did_not_take_is_put_in_its_place_at_the_next_start()
            throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        TeamsSite first = site();
        first.chat().answer = d -> {
            await(go);
            return new Response.Instead(RecordingTeams.card("ready"));
        };
        unreachable(teams, "replace");
        HttpResponse<String> answer = first.send(activities.pressed("f:1", Activities.TEACHER, "1:77", "vote", "{}"));
        assertThat(TeamsSite.json(answer).path("value").asText()).isEqualTo(TeamsSite.LATE);
        go.countDown();
        first.chat().nextAsked();
        first.close();
        try (TeamsSite second = site()) {
            StandInTeams.Call call = teams.next();
            assertThat(call.method()).isEqualTo("PUT");
            assertThat(call.body().toString()).contains("ready");
            last(second);
            assertThat(second.chat().asked).isEmpty();
        }
    }

    private boolean filesHold(String words) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void what_brings_the_program_down_is_tried_three_times_at_most() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (int start = 0; start < 4; start++) {
            TeamsSite site = new TeamsSite(
                    data,
                    teams,
                    time,
                    chat -> chat.then = d -> {
                        chat.delivered.add(d);
                        await(never);
                    },
                    s -> s);
            if (start == 0) {
                site.send(said("1", "trouble"));
            }
            assertThat(words(site.chat().next())).isEqualTo("trouble");
            site.close();
        }
        never.countDown();
        try (TeamsSite site = site()) {
            last(site);
        }
    }

    @Test
    void a_fault_of_ours_is_told_kindly_and_the_next_message_is_worked_on() throws Exception {
        try (TeamsSite site = site()) {
            site.chat().then = d -> {
                throw new IllegalStateException("typed words");
            };
            site.chat().answer = d -> {
                throw new IllegalStateException("typed words");
            };
            site.send(said("1", "one"));
            assertThat(teams.next().text()).isEqualTo(TeamsSite.FAILED);
            assertThat(TeamsSite.json(site.send(activities.pressed("f:1", Activities.TEACHER, "1:7", "vote", "{}")))
                            .path("value")
                            .asText())
                    .isEqualTo(TeamsSite.FAILED);
            site.chat().then = d -> {};
            last(site);
        }
    }

    @Test
    void what_cannot_be_kept_is_not_acknowledged() throws Exception {
        try (TeamsSite site = site()) {
            site.send(said("1", "one"));
            site.chat().next();
            site.storage.close();
            assertThat(site.send(said("2", "two")).statusCode()).isEqualTo(503);
            assertThat(site.send(activities.pressed("f:1", Activities.TEACHER, "1:7", "vote", "{}"))
                            .statusCode())
                    .isEqualTo(503);
            assertThat(site.chat().delivered).isEmpty();
            assertThat(site.chat().asked).isEmpty();
        }
    }

    @Test
    void what_is_slacks_and_what_is_teams_is_not_mixed_up() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        TeamsSite first = site();
        first.chat().then = d -> await(never);
        first.send(said("1", "one"));
        first.close();
        never.countDown();
        try (TeamsSite second = new TeamsSite(data, teams, time, chat -> chat.then = d -> {}, s -> s)) {
            assertThat(second.storage.deliveries().undone(9)).isEmpty();
            assertThat(words(second.chat().next())).isEqualTo("one");
        }
    }

    /** A process that acknowledges and is killed before it has done the work. */
    static final class Doomed {
        private Doomed() {}

        public static void main(String[] args) throws Exception {
            StandInTeams teams = new StandInTeams();
            TestTime time = new TestTime();
            TeamsSite site = new TeamsSite(Path.of(args[0]), teams, time);
            site.chat().then = d -> await(new CountDownLatch(1));
            System.out.println(site.messages());
            System.out.println(Token.of(teams, time.instant()).bearer());
            System.out.println(new Activities(teams).said("1", Activities.TEACHER, "not to be lost"));
            System.out.flush();
            new CountDownLatch(1).await();
        }
    }

    @Test
    void a_killed_process_loses_nothing_that_it_acknowledged() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Doomed.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String activity;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            URI messages = URI.create(Objects.requireNonNull(out.readLine(), "the child's address"));
            String token = Objects.requireNonNull(out.readLine(), "a token");
            activity = Objects.requireNonNull(out.readLine(), "an activity");
            HttpResponse<Void> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(messages)
                                    .header("Authorization", token)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(activity))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
        } finally {
            child.destroyForcibly().waitFor();
        }
        try (TeamsSite site = site()) {
            assertThat(words(site.chat().next())).isEqualTo("not to be lost");
            site.send(said("1", "not to be lost"));
            last(site);
        }
    }
}
