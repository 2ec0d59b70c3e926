package org.clausebot.chat.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clausebot.chat.slack.Delivered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand events from another process: none that is wrong is taken, none is answered twice, none is lost. */
class SlackLoadTest {
    private static final int EVENTS = 1_000;
    private static final int AT_ONCE = 4;

    @TempDir
    private Path data;

    /** What event {@code i} is: of each ten one comes twice, one is wrong or stale, and now and then one is cut short. */
    private enum Kind {
        GOOD,
        TWICE,
        WRONG,
        STALE,
        CUT;

        static Kind of(int i) {
            return switch (i % 20) {
                case 3, 13 -> TWICE;
                case 7 -> WRONG;
                case 17 -> STALE;
                case 19 -> CUT;
                default -> GOOD;
            };
        }

        boolean isTaken() {
            return this == GOOD || this == TWICE;
        }
    }

    /** The other process: sends, and prints how long each acknowledgement took. */
    static final class Sender {
        private static final ConcurrentLinkedQueue<String> FOUND = new ConcurrentLinkedQueue<>();

        private Sender() {}

        public static void main(String[] args) throws Exception {
            URI events = URI.create(args[0]);
            long now = Long.parseLong(args[1]);
            int from = Integer.parseInt(args[2]);
            String payload = SlackSite.payload("message-im-thread.json");
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
                for (int i = from; i < from + EVENTS; i++) {
                    int number = i;
                    senders.execute(() -> send(client, events, now, number, payload));
                }
            }
            FOUND.forEach(System.out::println);
        }

        private static void send(HttpClient client, URI events, long now, int i, String payload) {
            try {
                byte[] body = payload.replace("And a former pupil?", "question " + i)
                        .replace("1795425600.000200", "1795425600." + (100_000 + i))
                        .replace("Ev1THREAD", "Ev" + i)
                        .replace("UTEACHER", "U" + i % 50)
                        .getBytes(StandardCharsets.UTF_8);
                Kind kind = Kind.of(i);
                String stamp = Long.toString(kind == Kind.STALE ? now - 600 : now);
                String secret = kind == Kind.WRONG ? "another secret" : SlackSite.SECRET;
                String signature = SlackSite.sign(secret, stamp, body);
                if (kind == Kind.CUT) {
                    cut(events, stamp, signature, body);
                    FOUND.add(i + " 0 0");
                    return;
                }
                for (int times = kind == Kind.TWICE ? 2 : 1; times > 0; times--) {
                    HttpRequest request = HttpRequest.newBuilder(events)
                            .header("Content-Type", "application/json")
                            .header("X-Slack-Request-Timestamp", stamp)
                            .header("X-Slack-Signature", signature)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build();
                    long begun = System.nanoTime();
                    int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                    FOUND.add(i + " " + status + " " + (System.nanoTime() - begun) / 1_000);
                }
            } catch (Exception e) {
                FOUND.add(i + " -1 0");
            }
        }

        private static void cut(URI events, String stamp, String signature, byte[] body) throws Exception {
            try (Socket socket = new Socket(events.getHost(), events.getPort())) {
                String head =
                        "POST " + events.getPath() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
                                + "\r\nContent-Length: " + body.length + "\r\nX-Slack-Request-Timestamp: " + stamp
                                + "\r\nX-Slack-Signature: " + signature + "\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(Arrays.copyOf(body, body.length / 2));
            }
        }
    }

    private static List<int[]> sent(SlackSite site, Instant now, int from) throws Exception {
        Process sender = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sender.class.getName(),
                        site.events().toString(),
                        Long.toString(now.getEpochSecond()),
                        Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<int[]> results = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(sender.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                results.add(
                        Stream.of(line.split(" ")).mapToInt(Integer::parseInt).toArray());
            }
        } finally {
            sender.destroyForcibly();
        }
        assertThat(sender.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return results;
    }

    private static List<String> handled(SlackSite site, int expected) throws InterruptedException {
        List<String> words = new ArrayList<>();
        while (words.size() < expected) {
            words.add(((Delivered.Said) site.chat().next()).words());
        }
        return words;
    }

    private static long heapInUse() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long percentile(List<int[]> results, double share) {
        long[] times = results.stream()
                .filter(r -> r[1] > 0)
                .mapToLong(r -> r[2])
                .sorted()
                .toArray();
        return times[(int) Math.min(times.length - 1, Math.round(share * times.length))];
    }

    @Test
    void a_thousand_events_are_each_answered_once_and_no_wrong_one_at_all() throws Exception {
        try (StandInSlack slack = new StandInSlack();
                SlackSite site = new SlackSite(data, slack)) {
            Set<String> expected = new HashSet<>();
            for (int i = 0; i < 2 * EVENTS; i++) {
                if (Kind.of(i).isTaken()) {
                    expected.add("question " + i);
                }
            }
            // The first round warms everything up, so that the second shows what memory is kept.
            sent(site, site.time.instant(), 0);
            List<String> answered = new ArrayList<>(handled(site, expected.size() / 2));
            long before = heapInUse();
            List<int[]> results = sent(site, site.time.instant(), EVENTS);
            answered.addAll(handled(site, expected.size() / 2));
            site.connection.close();
            assertThat(site.chat().delivered)
                    .as("answered beyond what was expected")
                    .isEmpty();
            assertThat(answered).doesNotHaveDuplicates();
            assertThat(new HashSet<>(answered)).isEqualTo(expected);
            for (int[] result : results) {
                int wanted = switch (Kind.of(result[0])) {
                    case GOOD, TWICE -> 200;
                    case WRONG, STALE -> 401;
                    case CUT -> 0;
                };
                assertThat(result[1]).as("status of event " + result[0]).isEqualTo(wanted);
            }
            long grown = heapInUse() - before;
            Objects.requireNonNull(System.getLogger(SlackLoadTest.class.getName()))
                    .log(
                            System.Logger.Level.WARNING,
                            "acknowledged in " + percentile(results, 0.5) / 1000.0 + " ms (p50), "
                                    + percentile(results, 0.99) / 1000.0 + " ms (p99); heap grew by " + grown / 1024
                                    + " kB over " + EVENTS + " events");
            // Slack gives three seconds; what a quiet machine does is printed above.
            assertThat(Duration.ofNanos(percentile(results, 0.5) * 1_000)).isLessThan(Duration.ofSeconds(1));
            assertThat(Duration.ofNanos(percentile(results, 0.99) * 1_000)).isLessThan(Duration.ofSeconds(3));
            assertThat(grown).as("heap growth in bytes").isLessThan(24L * 1024 * 1024);
        }
    }
}
