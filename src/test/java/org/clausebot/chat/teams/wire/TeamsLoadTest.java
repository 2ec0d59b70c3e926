package org.clausebot.chat.teams.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
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
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clausebot.chat.teams.Delivered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand activities from another process, some twice, some wrong, some cut short. */
class TeamsLoadTest {
    private static final int ACTIVITIES = 1_000;
    private static final int AT_ONCE = 8;

    @TempDir
    private Path data;

    private enum Kind {
        GOOD,
        TWICE,
        FORGED,
        STALE,
        CUT;

        static Kind of(int number) {
            return switch (number % 20) {
                case 3, 13 -> TWICE;
                case 7 -> FORGED;
                case 17 -> STALE;
                case 19 -> number % 100 == 19 ? CUT : GOOD;
                default -> GOOD;
            };
        }

        boolean isTaken() {
            return this == GOOD || this == TWICE;
        }
    }

    /** Sends them all, and prints number, status and microseconds of each answer. */
    static final class Sender {
        private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

        private Sender() {}

        /** Address, first number, and by standard input a good, a forged and a stale token and an activity. */
        public static void main(String[] args) throws Exception {
            URI messages = URI.create(args[0]);
            int from = Integer.parseInt(args[1]);
            List<String> lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
                for (int i = from; i < from + ACTIVITIES; i++) {
                    int number = i;
                    senders.execute(() -> send(client, messages, number, lines));
                }
            }
            FOUND.forEach(System.out::println);
        }

        private static void send(HttpClient client, URI messages, int i, List<String> lines) {
            try {
                byte[] body = lines.get(3)
                        .replace("the question", "question " + i)
                        .replace("the-id", "id-" + i)
                        .replace("the-person", "person-" + i % 50)
                        .getBytes(StandardCharsets.UTF_8);
                Kind kind = Kind.of(i);
                String token = switch (kind) {
                    case FORGED -> lines.get(1);
                    case STALE -> lines.get(2);
                    case GOOD, TWICE, CUT -> lines.getFirst();
                };
                if (kind == Kind.CUT) {
                    cut(messages, token, body);
                    FOUND.add(i + " 0 0");
                    return;
                }
                for (int times = kind == Kind.TWICE ? 2 : 1; times > 0; times--) {
                    HttpRequest request = HttpRequest.newBuilder(messages)
                            .header("Content-Type", "application/json")
                            .header("Authorization", token)
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

        private static void cut(URI messages, String token, byte[] body) throws Exception {
            try (Socket socket = new Socket(messages.getHost(), messages.getPort())) {
                String head = "POST " + messages.getPath() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                        + " application/json\r\nContent-Length: " + body.length + "\r\nAuthorization: " + token
                        + "\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(Arrays.copyOf(body, body.length / 2));
            }
        }
    }

    private static List<int[]> sent(TeamsSite site, int from) throws Exception {
        Instant now = site.time.instant();
        RSAKey strange = StandInTeams.makeKey("strange");
        List<String> input = List.of(
                site.token().bearer(),
                site.token().key(strange, site.teams.signing().getKeyID()).bearer(),
                site.token()
                        .claim("exp", Date.from(now.minus(Duration.ofHours(1))))
                        .bearer(),
                new Activities(site.teams)
                        .said("the-id", "the-person", "the question")
                        .toString());
        Process sender = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sender.class.getName(),
                        site.messages().toString(),
                        Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<int[]> results = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(sender.getInputStream(), StandardCharsets.UTF_8))) {
            try (OutputStream in = sender.getOutputStream()) {
                in.write(String.join("\n", input).getBytes(StandardCharsets.UTF_8));
            }
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                results.add(Stream.of(line.split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray());
            }
        } finally {
            sender.destroyForcibly();
        }
        assertThat(sender.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return results;
    }

    private static List<String> handled(TeamsSite site, int expected) throws InterruptedException {
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

    private static double percentile(List<int[]> results, double share) {
        long[] times = results.stream()
                .filter(r -> r[1] > 0)
                .mapToLong(r -> r[2])
                .sorted()
                .toArray();
        return times[(int) Math.min(times.length - 1, Math.round(share * times.length))] / 1_000.0;
    }

    @Test
    void a_thousand_activities_are_each_answered_once_and_no_wrong_one_at_all() throws Exception {
        try (StandInTeams teams = new StandInTeams();
                TeamsSite site = new TeamsSite(data, teams)) {
            Set<String> expected = new HashSet<>();
            for (int i = 0; i < 2 * ACTIVITIES; i++) {
                if (Kind.of(i).isTaken()) {
                    expected.add("question " + i);
                }
            }
            // The first round warms everything up, so that the second shows what memory is kept.
            sent(site, 0);
            List<String> answered = new ArrayList<>(handled(site, expected.size() / 2));
            long before = heapInUse();
            List<int[]> results = sent(site, ACTIVITIES);
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
                    case FORGED, STALE -> 401;
                    case CUT -> 0;
                };
                assertThat(result[1]).as("status of activity " + result[0]).isEqualTo(wanted);
            }
            long grown = heapInUse() - before;
            System.getLogger(TeamsLoadTest.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "acknowledged in " + percentile(results, 0.5) + " ms (p50), " + percentile(results, 0.99)
                                    + " ms (p99); heap grew by " + grown / 1024 + " kB over " + ACTIVITIES
                                    + " activities");
            // Teams gives some seconds; what a quiet machine does is printed above.
            assertThat(percentile(results, 0.5)).as("p50 in milliseconds").isLessThan(1_000);
            assertThat(percentile(results, 0.99)).as("p99 in milliseconds").isLessThan(5_000);
            assertThat(grown).as("heap growth in bytes").isLessThan(24L * 1024 * 1024);
        }
    }
}
