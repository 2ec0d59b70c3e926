package org.clausebot.desk.owner;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.clausebot.desk.signin.AuditTrail;
import org.clausebot.http.Access;
import org.clausebot.http.Metrics;
import org.clausebot.http.Notice;
import org.clausebot.http.Pages;
import org.clausebot.http.ReceiverSession;
import org.clausebot.http.Routes;
import org.clausebot.http.ServerSettings;
import org.clausebot.http.SignIn;
import org.clausebot.http.SignInForm;
import org.clausebot.http.StaticFiles;
import org.clausebot.http.WebServer;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;
import org.clausebot.school.SchoolHours;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The policy desk on a free port, with people who are signed in already. */
public final class OwnerSite implements AutoCloseable {
    public static final Receiver OWNER =
            new Receiver("grace-obi", "Grace Obi", "office@school.example", "", Set.of(Role.POLICY_OWNER));
    public static final Receiver DEPUTY = new Receiver(
            "jane-smith", "Jane Smith", "head@school.example", "", Set.of(Role.HEADTEACHER, Role.DEPUTY_POLICY_OWNER));
    public static final Receiver READER = new Receiver(
            "tom-reed", "Tom Reed", "chair@school.example", "", Set.of(Role.CHAIR_OF_GOVERNORS, Role.POLICY_READER));
    public static final Receiver DSL =
            new Receiver("amina-khan", "Amina Khan", "dsl@school.example", "", Set.of(Role.SAFEGUARDING_LEAD));

    /** Keeps the policies of another school of a trust, where there is one. */
    public static final Receiver ELMS =
            new Receiver("ella-dean", "Ella Dean", "office@elm.example", "", Set.of(Role.POLICY_OWNER));
    /** Keeps the policies of all schools of a trust, where there is one. */
    public static final Receiver TRUSTS =
            new Receiver("tara-roy", "Tara Roy", "policies@trust.example", "", Set.of(Role.POLICY_OWNER));

    private static final List<Receiver> ALL = List.of(OWNER, DEPUTY, READER, DSL, ELMS, TRUSTS);

    /** What was audited: who, and what. */
    public final List<String> audited = new CopyOnWriteArrayList<>();

    public final WebServer server;
    private final Metrics metrics = new Metrics();
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param folder for the server's key */
    public OwnerSite(Path folder, Clock clock, OwnerPart... parts) throws IOException {
        this(
                folder,
                clock,
                (audit, pages) -> new OwnerDesk(() -> Optional.of(school()), audit, pages, List.of(parts)).routes());
    }

    /** @param desk of an audit log and of pages for refusals */
    public OwnerSite(Path folder, Clock clock, BiFunction<AuditTrail, Pages, Routes> desk) throws IOException {
        StaticFiles styles = new StaticFiles(OwnerDesk.class, "/desk/assets/")
                .addFixed("/web/assets/clausebot.css", "clausebot.css", "text/css; charset=utf-8")
                .addFixed("/web/assets/desk.css", "desk.css", "text/css; charset=utf-8")
                .addFixed("/web/assets/icon.svg", "icon.svg", "image/svg+xml");
        server = new WebServer(
                settings(),
                SignIn.byLink(link -> {}, clock),
                token -> ALL.stream()
                        .filter(p -> p.id().equals(token))
                        .map(p -> new ReceiverSession("session-" + p.id(), p.id(), "csrf-" + p.id()))
                        .findFirst(),
                desk.apply((actor, action) -> audited.add(actor + ": " + action), new PlainPages())
                        .get(
                                "/desk/assets/{file}",
                                Access.OPEN,
                                request -> styles.named(request.path().getOrDefault("file", ""))
                                        .orElseThrow()),
                new PlainPages(),
                metrics,
                folder,
                () -> true,
                clock);
        server.start();
    }

    public static School school() {
        LocalDate from = LocalDate.of(2026, 9, 1);
        return new School(
                SchoolId.DEFAULT,
                "Oakfield Primary School",
                from,
                List.of(DEPUTY, READER, DSL),
                List.of(OWNER),
                Map.of("lado", new School.Telephone("LADO", "01632 960 010", from)),
                Map.of(),
                new SchoolHours(
                        ZoneId.of("Europe/London"),
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        List.of()));
    }

    /** The usual settings, but a test may press buttons faster than a person. */
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
                        10_000,
                        Duration.ofMillis(1),
                        10_000,
                        Duration.ofMillis(1),
                        usual.idle(),
                        usual.receive(),
                        usual.stop(),
                        usual.connections()));
    }

    public URI at(String path) {
        return server.address().resolve(path);
    }

    /** The cookie's name; its value is the id of one of the people above. */
    public String cookieName() {
        return "clausebot-desk-" + server.port();
    }

    public HttpResponse<String> get(Receiver who, String path) throws IOException, InterruptedException {
        return client.send(request(who, path).build(), BodyHandlers.ofString());
    }

    public Document page(Receiver who, String path) throws IOException, InterruptedException {
        return Jsoup.parse(get(who, path).body());
    }

    /** Sends an ordinary form with the token that forms carry. */
    public HttpResponse<String> post(Receiver who, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = "_csrf=csrf-" + who.id()
                + fields.entrySet().stream()
                        .map(e -> "&" + encoded(e.getKey()) + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining());
        return client.send(
                request(who, path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(Receiver who, String path) {
        return HttpRequest.newBuilder(at(path)).header("Cookie", cookieName() + "=" + who.id());
    }

    @Override
    public void close() {
        server.stop();
        metrics.close();
    }

    /** Refusals as a line of text. */
    private static final class PlainPages implements Pages {
        @Override
        public String notice(Notice notice, boolean fragment) {
            return "<p>" + notice.title() + "</p>";
        }

        @Override
        public String signIn(SignInForm form) {
            return "<p>Sign in</p>";
        }
    }
}
