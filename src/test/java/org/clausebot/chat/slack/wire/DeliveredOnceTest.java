package org.clausebot.chat.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clausebot.chat.slack.Delivered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once, in order, and never lost. */
class DeliveredOnceTest {
    @TempDir
    private Path data;

    private StandInSlack slack;
    private final TestTime time = new TestTime();

    @BeforeEach
    void open() throws Exception {
        slack = new StandInSlack();
        slack.user("UCOLLEAGUE", "T1SCHOOL", "Amina Khan");
    }

    @AfterEach
    void close() throws Exception {
        slack.close();
    }

    private SlackSite site() throws Exception {
        return new SlackSite(data, slack, time, s -> s);
    }

    private static String words(Delivered delivered) {
        return ((Delivered.Said) delivered).words();
    }

    private static void last(SlackSite site) throws Exception {
        site.send(
                "message-im-thread.json",
                p -> p.replace("And a former pupil?", "the end")
                        .replace(".000200", ".9999" + site.hashCode())
                        .replace("Ev1THREAD", "EvLAST" + site.hashCode()));
        assertThat(words(site.chat().next())).isEqualTo("the end");
    }

    @Test
    void the_same_event_three_times_is_one() throws Exception {
        try (SlackSite site = site()) {
            for (int i = 0; i < 3; i++) {
                assertThat(site.send("message-im-thread.json").statusCode()).isEqualTo(200);
            }
            assertThat(words(site.chat().next())).isEqualTo("And a former pupil?");
            last(site);
        }
    }

    @Test
    void a_retry_while_the_first_is_still_worked_on_does_nothing() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (SlackSite site = site()) {
            site.chat().then = d -> await(go);
            site.send("message-im-thread.json");
            assertThat(site.send("message-im-thread.json").statusCode()).isEqualTo(200);
            go.countDown();
            assertThat(words(site.chat().next())).isEqualTo("And a former pupil?");
            last(site);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_mention_and_the_message_that_holds_it_are_one() throws Exception {
        try (SlackSite site = site()) {
            site.send("message-mpim-mention.json");
            site.send("message-mpim-mention.json", p -> p.replace("Ev1MPIM", "Ev2MPIM"));
            site.send(
                    "app-mention.json",
                    p -> p.replace("C1STAFF", "G1GROUP").replace("1795425600.000900", "1795425600.000700"));
            assertThat(words(site.chat().next())).isEqualTo("may we have a staff group chat?");
            last(site);
        }
    }

    @Test
    void a_restart_forgets_no_delivery_and_a_day_does() throws Exception {
        try (SlackSite site = site()) {
            site.send("message-im-thread.json");
            site.chat().next();
            site.send("press-button.json");
            site.chat().next();
        }
        try (SlackSite site = site()) {
            site.send("message-im-thread.json");
            site.send("press-button.json");
            last(site);
        }
        time.forward(Duration.ofHours(25));
        try (SlackSite site = site()) {
            site.storage.deliveries().forgetBefore(time.instant().minus(Duration.ofDays(1)));
            site.send("message-im-thread.json");
            assertThat(words(site.chat().next())).isEqualTo("And a former pupil?");
        }
    }

    @Test
    void a_double_click_is_one_press_and_a_later_click_another() throws Exception {
        try (SlackSite site = site()) {
            site.send("press-button.json");
            site.send(
                    "press-button.json",
                    p -> p.replace("609.1.press", "609.1.second").replace(".123456", ".323456"));
            time.forward(Duration.ofSeconds(3));
            site.send(
                    "press-button.json",
                    p -> p.replace("609.1.press", "609.1.later").replace(".123456", ".923456"));
            assertThat(((Delivered.Pressed) site.chat().next()).trigger()).isEqualTo("13345224609.1.press");
            assertThat(((Delivered.Pressed) site.chat().next()).trigger()).isEqualTo("13345224609.1.later");
        }
    }

    @Test
    void the_same_words_typed_twice_are_two_messages() throws Exception {
        try (SlackSite site = site()) {
            site.send("message-im-thread.json");
            site.send(
                    "message-im-thread.json",
                    p -> p.replace(".000200", ".000201").replace("Ev1", "Ev2"));
            assertThat(words(site.chat().next())).isEqualTo("And a former pupil?");
            assertThat(words(site.chat().next())).isEqualTo("And a former pupil?");
        }
    }

    @Test
    void what_one_person_sends_comes_in_order_and_a_slow_one_holds_up_nobody_else() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (SlackSite site = site()) {
            site.chat().then = d -> {
                if (d.by().user().equals("USLOW")) {
                    await(go);
                }
            };
            site.send(
                    "message-im-thread.json",
                    p -> p.replace("UTEACHER", "USLOW")
                            .replace(".000200", ".500")
                            .replace("Ev1", "EvSLOW"));
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String words = "number " + i;
                int running = i;
                expected.add(words);
                site.send(
                        "message-im-thread.json",
                        p -> p.replace("And a former pupil?", words)
                                .replace(".000200", ".1" + running + "0")
                                .replace("Ev1", "Ev" + running));
            }
            List<String> came = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                came.add(words(site.chat().next()));
            }
            assertThat(came).isEqualTo(expected);
            go.countDown();
            assertThat(site.chat().next().by().user()).isEqualTo("USLOW");
        }
    }

    @Test
    void a_window_that_takes_too_long_closes_and_its_mistakes_are_handed_on() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (SlackSite site = site()) {
            site.chat().check = w -> {
                await(go);
                return Map.of("what", "Please say a little more.");
            };
            long begun = System.nanoTime();
            assertThat(site.send("view-submission.json").body()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
            // Slack shows an error after three seconds.
            assertThat(Tuning.usual().window()).isLessThan(Duration.ofMillis(2_500));
            go.countDown();
            assertThat(site.chat().next()).isInstanceOf(Delivered.Window.class);
        }
    }

    @Test
    void what_was_acknowledged_and_not_done_when_the_connection_closed_is_done_at_the_next_start() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        SlackSite first = site();
        first.chat().then = d -> await(never);
        first.send("message-im.json");
        first.send("message-im-thread.json");
        first.send("view-submission.json", p -> p.replace("UTEACHER", "UOTHER"));
        first.chat().next();
        first.close();
        assertThat(filesHold("former pupil"))
                .as("words in the files while they wait")
                .isFalse();
        try (SlackSite second = site()) {
            assertThat(words(second.chat().next()))
                    .startsWith("Can I friend a pupil's parent")
                    .contains("@Amina Khan");
            assertThat(words(second.chat().next())).isEqualTo("And a former pupil?");
            second.send("message-im-thread.json");
            last(second);
        }
        never.countDown();
        try (SlackSite third = site()) {
            last(third);
        }
    }

    private static void unreachable(StandInSlack slack, String method) {
        for (int i = 0; i < 5; i++) {
            slack.mishap(method, new StandInSlack.Mishap.Status(500));
        }
    }

    private static void answering(SlackSite site) {
        site.chat().then =
                d -> site.chat().workspace.direct(d.by(), List.of(RecordingChat.message("an answer with a goat")));
    }

    @Test
    void an_answer_that_slack_did_not_take_is_given_at_the_next_start_and_nothing_is_worked_on_twice()
            throws Exception {
        SlackSite first = site();
        answering(first);
        unreachable(slack, "chat.postMessage");
        first.send("message-im-thread.json");
        first.chat().next();
        first.close();
        assertThat(slack.called("chat.postMessage")).hasSize(5);
        assertThat(filesHold("a goat"))
                .as("the answer in the files while it waits")
                .isFalse();

        slack.calls.clear();
        try (SlackSite second = site()) {
            assertThat(slack.next("chat.postMessage").get("text")).isEqualTo("an answer with a goat");
            second.send("message-im-thread.json");
            last(second);
            assertThat(second.chat().delivered).isEmpty();
        }
        slack.calls.clear();
        try (SlackSite third = site()) {
            last(third);
            assertThat(slack.called("chat.postMessage")).hasSize(6);
        }
    }

    @Test
    void what_slack_refuses_for_good_is_not_said_again() throws Exception {
        SlackSite first = site();
        answering(first);
        slack.mishap("chat.postMessage", new StandInSlack.Mishap.Says("{\"ok\":false,\"error\":\"is_archived\"}"));
        first.send("message-im-thread.json");
        first.chat().next();
        first.close();
        try (SlackSite second = site()) {
            last(second);
            assertThat(slack.called("chat.postMessage")).hasSize(1);
        }
    }

    @Test
    void what_a_window_said_is_kept_until_slack_has_it() throws Exception {
        SlackSite first = site();
        first.chat().check = window -> {
            first.chat().workspace.direct(window.by(), List.of(RecordingChat.message("the next question")));
            return Map.of();
        };
        unreachable(slack, "chat.postMessage");
        assertThat(first.send("view-submission.json").body()).isEmpty();
        first.chat().next();
        first.close();

        slack.calls.clear();
        try (SlackSite second = site()) {
            assertThat(slack.next("chat.postMessage").get("text")).isEqualTo("the next question");
            last(second);
            assertThat(second.chat().delivered).isEmpty();
        }
    }

    private boolean filesHold(String words) throws IOException {
        byte[] sought = words.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> holds(file, sought));
        }
    }

    private static boolean holds(Path file, byte[] sought) {
        try {
            String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return all.contains(new String(sought, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void what_brings_the_program_down_is_tried_three_times_at_most() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (int start = 0; start < 4; start++) {
            SlackSite site = new SlackSite(data, slack, time, s -> s, chat -> {
                chat.then = d -> {
                    chat.delivered.add(d);
                    await(never);
                };
                return chat;
            });
            if (start == 0) {
                site.send("message-im-thread.json");
            }
            assertThat(words(site.chat().next())).isEqualTo("And a former pupil?");
            site.close();
        }
        never.countDown();
        try (SlackSite last = site()) {
            last(last);
        }
    }

    @Test
    void a_fault_of_ours_is_told_kindly_and_the_next_message_is_worked_on() throws Exception {
        try (SlackSite site = site()) {
            site.chat().then = d -> {
                throw new IllegalStateException("typed words");
            };
            site.send("message-im-thread.json");
            assertThat(slack.next("chat.postMessage").get("text")).startsWith("Sorry, that did not work.");
            site.chat().then = d -> {};
            last(site);
        }
    }

    @Test
    void while_slack_cannot_say_who_somebody_is_their_message_waits() throws Exception {
        try (SlackSite site = site()) {
            slack.mishap("users.info", new StandInSlack.Mishap.Status(500), new StandInSlack.Mishap.Status(503));
            slack.mishap("users.info", new StandInSlack.Mishap.Drop(), new StandInSlack.Mishap.Status(500));
            site.send("message-im.json");
            assertThat(words(site.chat().next())).contains("@Amina Khan");
            assertThat(time.pauses).contains(Duration.ofSeconds(5));
        }
    }

    /** A process that acknowledges and is killed before it has done the work. */
    static final class Doomed {
        private Doomed() {}

        public static void main(String[] args) throws Exception {
            TestTime time = new TestTime();
            SlackSite site = new SlackSite(Path.of(args[0]), new StandInSlack(), time, s -> s);
            site.chat().then = d -> await(new CountDownLatch(1));
            System.out.println(site.events());
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
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            URI events = URI.create(Objects.requireNonNull(out.readLine(), "the child's address"));
            byte[] body = SlackSite.payload("message-im-thread.json").getBytes(StandardCharsets.UTF_8);
            String stamp = Long.toString(time.instant().getEpochSecond());
            HttpResponse<Void> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(events)
                                    .header("X-Slack-Request-Timestamp", stamp)
                                    .header("X-Slack-Signature", SlackSite.sign(SlackSite.SECRET, stamp, body))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
        } finally {
            child.destroyForcibly().waitFor();
        }
        try (SlackSite site = site()) {
            assertThat(words(site.chat().next())).isEqualTo("And a former pupil?");
            site.send("message-im-thread.json");
            last(site);
        }
    }
}
