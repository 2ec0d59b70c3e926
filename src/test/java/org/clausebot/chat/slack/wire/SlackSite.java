package org.clausebot.chat.slack.wire;

import com.google.gson.JsonParser;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.clausebot.http.Metrics;
import org.clausebot.http.Notice;
import org.clausebot.http.Pages;
import org.clausebot.http.ReceiverSessions;
import org.clausebot.http.ServerSettings;
import org.clausebot.http.SignIn;
import org.clausebot.http.SignInForm;
import org.clausebot.http.WebServer;
import org.clausebot.policy.SchoolId;
import org.clausebot.seal.Hidden;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.KeySettings;
import org.clausebot.storage.SqliteStorage;

/** The connection with Slack behind a real web server, over a real database, with a stand-in for Slack. */
final class SlackSite implements AutoCloseable {
    static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    static final String BOT_TOKEN = "xoxb-not-a-real-token";

    final StandInSlack slack;
    final TestTime time;
    final Path data;
    final Metrics metrics = new Metrics();
    final HttpClient client = HttpClient.newHttpClient();
    final SqliteStorage storage;
    final SlackConnection connection;
    final WebServer server;
    final KeyRing keys;
    /** Where the program heard that the app was removed. */
    final Queue<String> removed = new ConcurrentLinkedQueue<>();

    private final AtomicReference<RecordingChat> chat = new AtomicReference<>();

    SlackSite(Path data, StandInSlack slack) throws Exception {
        this(data, slack, new TestTime(), s -> s);
    }

    SlackSite(Path data, StandInSlack slack, TestTime time, UnaryOperator<SlackSettings> change) throws Exception {
        this(data, slack, time, change, chat -> chat);
    }

    SlackSite(
            Path data,
            StandInSlack slack,
            TestTime time,
            UnaryOperator<SlackSettings> change,
            UnaryOperator<RecordingChat> prepare)
            throws Exception {
        this.slack = slack;
        this.time = time;
        this.data = data;
        this.storage = SqliteStorage.open(data.resolve("clausebot.db"));
        this.keys = KeyRing.open(
                new KeySettings("", ""),
                data.resolve("keys"),
                () -> !storage.wrappedKeys().after("", 1).isEmpty());
        this.connection = SlackConnection.start(
                change.apply(settings(slack)),
                workspace -> {
                    RecordingChat made = prepare.apply(new RecordingChat(workspace));
                    chat.set(made);
                    return made;
                },
                ports(storage, keys, (team, enterprise, whole) -> removed.add(team + "/" + enterprise + "/" + whole)),
                metrics.registry(),
                time,
                new Tuning(
                        time::pause,
                        new Random(1),
                        Duration.ofMillis(2_500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(15),
                        REQUEST));
        this.server = serve(connection, data, metrics, time);
    }

    private static final Duration REQUEST = Duration.ofSeconds(4);

    static SlackSettings settings(StandInSlack slack) {
        return new SlackSettings(
                new Hidden(SECRET),
                new Hidden(BOT_TOKEN),
                Hidden.NONE,
                "",
                Hidden.NONE,
                List.of(),
                slack.api(),
                Optional.empty());
    }

    static Ports ports(SqliteStorage storage, KeyRing keys) {
        return ports(storage, keys, (team, enterprise, whole) -> {});
    }

    private static Ports ports(SqliteStorage storage, KeyRing keys, Ports.Removed removed) {
        return new Ports(
                storage.deliveries(),
                storage.installations(),
                keys.vault(),
                member -> member.team().startsWith("T1") || member.enterprise().startsWith("E1")
                        ? Optional.of(SchoolId.DEFAULT)
                        : Optional.empty(),
                List.of(RecordingChat.message("This workspace belongs to no school here.")),
                List.of(RecordingChat.message("Sorry, that did not work. Please write it again.")),
                removed);
    }

    static WebServer serve(SlackConnection connection, Path data, Metrics metrics, Clock clock) throws IOException {
        WebServer server = new WebServer(
                ServerSettings.local(0),
                SignIn.byLink(link -> {}, clock),
                ReceiverSessions.none(),
                connection.routes(),
                connection.mounted(),
                new PlainPages(),
                metrics,
                data,
                () -> true,
                clock);
        server.start();
        return server;
    }

    RecordingChat chat() {
        return chat.get();
    }

    MeterRegistry meters() {
        return metrics.registry();
    }

    double counted(String name, String tag, String value) {
        return meters().find(name).tag(tag, value).counters().stream()
                .mapToDouble(c -> c.count())
                .sum();
    }

    /** A payload of src/test/resources/slack. */
    static String payload(String name) throws IOException {
        try (InputStream in = SlackSite.class.getResourceAsStream("/slack/" + name)) {
            if (in == null) {
                throw new IOException("No payload " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** Sends a payload signed, in the form in which Slack sends its kind. */
    HttpResponse<String> send(String name) throws Exception {
        return post(formed(name, payload(name)));
    }

    HttpResponse<String> send(String name, UnaryOperator<String> change) throws Exception {
        return post(formed(name, change.apply(payload(name))));
    }

    static String formed(String name, String payload) {
        if (name.endsWith(".form")) {
            return payload.replace("\n", "");
        }
        String type =
                JsonParser.parseString(payload).getAsJsonObject().get("type").getAsString();
        boolean json = List.of("event_callback", "url_verification", "app_rate_limited")
                .contains(type);
        return json ? payload : "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
    }

    HttpResponse<String> post(String body) throws Exception {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(byte[] body) throws Exception {
        String stamp = Long.toString(time.instant().getEpochSecond());
        return post(body, stamp, sign(SECRET, stamp, body));
    }

    HttpResponse<String> post(byte[] body, String stamp, String signature) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(events())
                .header("Content-Type", body.length > 0 && body[0] == '{' ? "application/json" : FORM)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!stamp.isEmpty()) {
            request.header("X-Slack-Request-Timestamp", stamp);
        }
        if (!signature.isEmpty()) {
            request.header("X-Slack-Signature", signature);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static final String FORM = "application/x-www-form-urlencoded";

    URI events() {
        return server.address().resolve("slack/events");
    }

    static String sign(String secret, String stamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + stamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        connection.close();
        storage.close();
        metrics.close();
    }

    private static final class PlainPages implements Pages {
        @Override
        public String notice(Notice notice, boolean fragment) {
            return notice.title();
        }

        @Override
        public String signIn(SignInForm form) {
            return "sign in";
        }
    }
}
