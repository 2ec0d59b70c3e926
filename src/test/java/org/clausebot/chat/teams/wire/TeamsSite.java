package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.clausebot.chat.slack.wire.TestTime;
import org.clausebot.chat.teams.Delivered;
import org.clausebot.chat.teams.TeamsChat;
import org.clausebot.chat.teams.TeamsLine;
import org.clausebot.http.Metrics;
import org.clausebot.http.Notice;
import org.clausebot.http.Pages;
import org.clausebot.http.ReceiverSessions;
import org.clausebot.http.Routes;
import org.clausebot.http.ServerSettings;
import org.clausebot.http.SignIn;
import org.clausebot.http.SignInForm;
import org.clausebot.http.WebServer;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.KeySettings;
import org.clausebot.storage.SqliteStorage;

/** The connection with Teams behind a real web server, over a real database, with a stand-in for Microsoft. */
final class TeamsSite implements AutoCloseable {
    static final String LATE = "This takes a moment; I will write to you in our chat.";
    static final String FAILED = "Sorry, that did not work. Please write it again.";
    private static final ObjectMapper JSON = new ObjectMapper();

    final StandInTeams teams;
    final TestTime time;
    final Metrics metrics = new Metrics();
    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final SqliteStorage storage;
    final TeamsConnection connection;
    final WebServer server;
    final List<Delivered.Person> removed = new CopyOnWriteArrayList<>();
    private final AtomicReference<RecordingTeams> chat;

    TeamsSite(Path data, StandInTeams teams) throws Exception {
        this(data, teams, new TestTime());
    }

    TeamsSite(Path data, StandInTeams teams, TestTime time) throws Exception {
        this(data, teams, time, (RecordingTeams made) -> {}, s -> s);
    }

    /** With another chat than the recording one. */
    TeamsSite(Path data, StandInTeams teams, TestTime time, Function<TeamsLine, TeamsChat> talker) throws Exception {
        this(data, teams, time, talker, s -> s, new AtomicReference<>());
    }

    TeamsSite(
            Path data,
            StandInTeams teams,
            TestTime time,
            Consumer<RecordingTeams> prepare,
            UnaryOperator<TeamsSettings> change)
            throws Exception {
        this(data, teams, time, prepare, change, new AtomicReference<>());
    }

    private TeamsSite(
            Path data,
            StandInTeams teams,
            TestTime time,
            Consumer<RecordingTeams> prepare,
            UnaryOperator<TeamsSettings> change,
            AtomicReference<RecordingTeams> chat)
            throws Exception {
        this(
                data,
                teams,
                time,
                line -> {
                    RecordingTeams made = new RecordingTeams(line);
                    prepare.accept(made);
                    chat.set(made);
                    return made;
                },
                change,
                chat);
    }

    private TeamsSite(
            Path data,
            StandInTeams teams,
            TestTime time,
            Function<TeamsLine, TeamsChat> talker,
            UnaryOperator<TeamsSettings> change,
            AtomicReference<RecordingTeams> chat)
            throws Exception {
        this.chat = chat;
        this.teams = teams;
        this.time = time;
        this.storage = SqliteStorage.open(data.resolve("clausebot.db"));
        KeyRing keys = KeyRing.open(
                new KeySettings("", ""),
                data.resolve("keys"),
                () -> !storage.wrappedKeys().after("", 1).isEmpty());
        this.connection = TeamsConnection.start(
                change.apply(teams.settings()),
                talker,
                new Ports(
                        storage.teamsDeliveries(),
                        storage.teamsReferences(),
                        keys.vault(),
                        RecordingTeams.words(FAILED),
                        removed::add,
                        LATE),
                metrics.registry(),
                time,
                new Tuning(
                        time::pause,
                        new Random(1),
                        Duration.ofMillis(2_500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(4),
                        URI.create(teams.service())));
        this.server = new WebServer(
                ServerSettings.local(0),
                SignIn.byLink(link -> {}, time),
                ReceiverSessions.none(),
                Routes.none(),
                connection.mounted(),
                new PlainPages(),
                metrics,
                data,
                () -> true,
                time);
        server.start();
    }

    RecordingTeams chat() {
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

    URI messages() {
        return server.address().resolve("api/messages");
    }

    Token token() {
        return Token.of(teams, time.instant());
    }

    /** Sends an activity as Microsoft does. */
    HttpResponse<String> send(ObjectNode activity) throws Exception {
        return post(activity.toString(), token().bearer());
    }

    HttpResponse<String> post(String body, String authorization) throws Exception {
        return post(body.getBytes(StandardCharsets.UTF_8), authorization);
    }

    HttpResponse<String> post(byte[] body, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(messages())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
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
