package org.clausebot.chat.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Feedback;
import org.clausebot.chat.LoggedFeedback;
import org.clausebot.chat.PastPolicies;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.ReportingAssistant;
import org.clausebot.chat.TestReporting;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.chat.awaited.OnReturn;
import org.clausebot.http.Metrics;
import org.clausebot.http.ServerSettings;
import org.clausebot.http.SignIn;
import org.clausebot.http.WebServer;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.QueryLog;
import org.clausebot.querylog.Redaction;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.KeySettings;
import org.clausebot.storage.SqliteStorage;

/** The whole site on a free port, with everything real but the answers. */
final class TestSite implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

    final Policy policy = TestPolicies.socialMedia();
    final Policy hostile = TestPolicies.hostile();
    final ScriptedAssistant assistant = new ScriptedAssistant(policy, hostile);
    final List<URI> links = new CopyOnWriteArrayList<>();
    /** Whom to tell; a test may change it while the site runs. */
    final AtomicReference<List<Contact>> contacts = new AtomicReference<>(List.of(
            new Contact("Designated safeguarding lead (DSL)", "A. Example", "01632 960 001"),
            new Contact("Headteacher", "", "01632 960 002")));

    /** What is in force; of what is {@code new}, a clause answers every question that is waited for. */
    final AtomicReference<String> known = new AtomicReference<>("old");
    /** The questions that were asked again for those who wait. */
    final List<String> askedAgain = new CopyOnWriteArrayList<>();

    final Feedback feedback;
    final QueryLog log;
    final Phrases phrases;
    final WebServer server;
    private final SqliteStorage storage;
    private final Metrics metrics = new Metrics();

    TestSite(Path folder) throws Exception {
        this(folder, Optional.empty());
    }

    /** @param reporting where reports go; empty for a site without reports */
    TestSite(Path folder, Optional<TestReporting> reporting) throws Exception {
        this(folder, reporting, false);
    }

    /** @param waiting whether people can wait for an answer */
    TestSite(Path folder, Optional<TestReporting> reporting, boolean waiting) throws Exception {
        phrases = Phrases.read(Path.of("conversations/phrases.yaml"));
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
        log = new QueryLog(
                new QueryLog.Settings(true, 26, Duration.ofMinutes(10), 100),
                storage.questionLog(),
                Redaction.plain(),
                text -> Integer.toHexString(text.hashCode()),
                metrics.registry(),
                CLOCK);
        feedback = new LoggedFeedback(storage.feedback(), log);
        ReportingAssistant reports = reporting
                .map(r -> r.assistant(assistant, assistant::answer, List.of(policy), phrases))
                .orElseGet(this::withoutReports);
        WebChat chat = new WebChat(new WebChat.Parts(
                SchoolId.DEFAULT,
                reports,
                reports,
                () -> List.of(policy, hostile),
                assistant,
                feedback,
                phrases,
                contacts::get,
                metrics.registry(),
                CLOCK,
                log,
                past(),
                waiting ? Optional.of(waits(folder)) : Optional.empty()));
        server = new WebServer(
                settings(),
                SignIn.byLink(links::add, Clock.systemUTC()),
                chat.routes(),
                chat.pages(),
                metrics,
                folder,
                () -> true,
                Clock.systemUTC());
        server.start();
    }

    private Waits waits(Path folder) throws Exception {
        Awaited awaited = new Awaited(
                storage.awaiting(),
                KeyRing.open(new KeySettings("", ""), folder.resolve("keys"), () -> false)
                        .vault(),
                CLOCK);
        OnReturn onReturn = new OnReturn(awaited, known::get, question -> {
            askedAgain.add(question.text());
            return assistant.answer(known.get().equals("new") ? new Question("quote 2.6.2") : question);
        });
        return new Waits(awaited, onReturn, (school, conversation) -> Optional.of(
                new Question(assistant.heard.getLast().text())));
    }

    /** One version of the policy is kept, which was in force in June 2018 alone. */
    private PastPolicies past() {
        return new PastPolicies() {
            @Override
            public Optional<Answer> answer(LocalDate first, LocalDate last, Question question) {
                return Optional.empty();
            }

            @Override
            public Optional<Policy> on(PolicyId id, LocalDate day) {
                return Optional.of(policy)
                        .filter(p -> p.id().equals(id) && day.getYear() == 2018 && day.getMonthValue() == 6);
            }
        };
    }

    /** As usual, but for a test's speed: it answers faster than a person. */
    private static ServerSettings settings() {
        ServerSettings local = ServerSettings.local(0);
        ServerSettings.Limits usual = local.limits();
        return new ServerSettings(
                local.host(),
                local.port(),
                local.publicHosts(),
                local.behindTls(),
                local.operatorToken(),
                new ServerSettings.Limits(
                        usual.addressBurst(),
                        usual.addressRefill(),
                        200,
                        usual.sessionRefill(),
                        usual.idle(),
                        usual.receive(),
                        usual.stop(),
                        usual.connections()));
    }

    private ReportingAssistant withoutReports() {
        return new ReportingAssistant(new ReportingAssistant.Parts(
                assistant,
                assistant::answer,
                () -> List.of(policy),
                List::of,
                Optional.empty(),
                Optional::empty,
                phrases,
                CLOCK));
    }

    /** The link that the terminal shows now. */
    URI link() {
        return links.getLast();
    }

    URI at(String path) {
        return server.address().resolve(path);
    }

    /** A browser that has signed in, as far as HTTP goes. */
    Visitor visitor() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().build();
        HttpResponse<Void> response = client.send(HttpRequest.newBuilder(link()).build(), BodyHandlers.discarding());
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        return new Visitor(client, cookie.substring(0, cookie.indexOf(';')));
    }

    @Override
    public void close() {
        server.stop();
        storage.close();
        metrics.close();
    }

    /** Sends what a browser sends. */
    final class Visitor {
        private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
        private final HttpClient client;
        final String cookie;

        Visitor(HttpClient client, String cookie) {
            this.client = client;
            this.cookie = cookie;
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(at(path)).header("Cookie", cookie).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, Map<String, String> fields, String... headers)
                throws IOException, InterruptedException {
            Matcher csrf = CSRF.matcher(get("/").body());
            String token = csrf.find() ? csrf.group(1) : "";
            String body = fields.entrySet().stream()
                    .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&", "_csrf=" + token + "&", ""));
            HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                    .header("Cookie", cookie)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }

        HttpResponse<String> ask(String question, String... headers) throws IOException, InterruptedException {
            return post("/ask", Map.of("question", question), headers);
        }
    }
}
