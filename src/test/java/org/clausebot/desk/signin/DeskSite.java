package org.clausebot.desk.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clausebot.http.Access;
import org.clausebot.http.Metrics;
import org.clausebot.http.Notice;
import org.clausebot.http.Pages;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.http.ServerSettings;
import org.clausebot.http.SignIn;
import org.clausebot.http.SignInForm;
import org.clausebot.http.WebServer;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;
import org.clausebot.school.SchoolHours;
import org.clausebot.storage.SqliteStorage;

/** A real server with sign-in at the case desk, a database file, and one page for receivers. */
final class DeskSite implements AutoCloseable {
    static final String PASSWORD = "violet kettle sandbank 9";
    static final Receiver JANE =
            new Receiver("jane-smith", "Jane Smith", "head@oakfield.example", "01632 960001", Set.of(Role.HEADTEACHER));
    static final Receiver AMINA = new Receiver(
            "amina-khan", "Amina Khan", "dsl@oakfield.example", "01632 960002", Set.of(Role.SAFEGUARDING_LEAD));
    static final Receiver TOM =
            new Receiver("tom-reed", "Tom Reed", "chair@oakfield.example", "", Set.of(Role.CHAIR_OF_GOVERNORS));

    final TestClock clock = new TestClock();
    final List<Receiver> people = new CopyOnWriteArrayList<>(List.of(JANE, AMINA, TOM));
    final List<String> audit = new CopyOnWriteArrayList<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    final TestVault vault;
    final SqliteStorage storage;
    final Invitations invitations;
    final WebServer server;
    private final Metrics metrics = new Metrics();

    DeskSite(Path folder) throws IOException {
        this(folder, Optional.empty(), new TestVault());
    }

    DeskSite(Path folder, Optional<OidcSettings> oidc, TestVault vault) throws IOException {
        this.vault = vault;
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
        Pages pages = new PlainPages();
        ReceiverSignIn signIn = new ReceiverSignIn(new ReceiverSignIn.Parts(
                SchoolId.DEFAULT,
                this::school,
                storage.accounts(),
                storage.deskSessions(),
                vault,
                (actor, action) -> audit.add(actor + ": " + action),
                told::add,
                pages,
                oidc,
                this::base,
                clock));
        invitations = new Invitations(
                SchoolId.DEFAULT,
                this::school,
                storage.accounts(),
                storage.deskSessions(),
                (actor, action) -> audit.add(actor + ": " + action),
                told::add,
                clock);
        Routes desk = Routes.none()
                .get(
                        "/desk",
                        Access.RECEIVER,
                        request -> Response.html("<!DOCTYPE html><html lang=\"en-GB\"><title>Cases</title><h1>cases of "
                                + request.receiver().receiver() + "</h1>"))
                .get("/desk/cases/{reference}", Access.RECEIVER, request -> Response.html("a case"));
        server = new WebServer(
                ServerSettings.local(0),
                SignIn.byLink(link -> {}, clock),
                signIn.sessions(),
                signIn.routes().and(desk),
                pages,
                metrics,
                folder,
                () -> true,
                clock);
        server.start();
    }

    Optional<School> school() {
        return Optional.of(new School(
                SchoolId.DEFAULT,
                "Oakfield School",
                LocalDate.of(2026, 9, 1),
                new ArrayList<>(people),
                Map.of("lado", new School.Telephone("LADO", "01632 960010", LocalDate.of(2026, 9, 1))),
                Map.of(),
                new SchoolHours(
                        ZoneId.of("Europe/London"),
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        Set.of(DayOfWeek.MONDAY),
                        List.of())));
    }

    URI base() {
        return URI.create("http://localhost:" + server.port() + "/");
    }

    Visitor visitor() {
        return new Visitor();
    }

    /** Somebody who has just set up a password and an authenticator with an invitation. */
    Visitor settledIn(String receiver) throws Exception {
        Visitor visitor = visitor();
        visitor.setUp(invitations.invite(receiver, base()), PASSWORD);
        return visitor;
    }

    @Override
    public void close() {
        server.stop();
        storage.close();
        metrics.close();
    }

    /** A browser without scripts, as far as HTTP goes. */
    final class Visitor {
        private static final Pattern HIDDEN = Pattern.compile("name=\"(_csrf|token|setup)\" value=\"([^\"]*)\"");
        private static final Pattern SECRET = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<");
        private final HttpClient client = HttpClient.newHttpClient();
        private final Map<String, String> cookies = new java.util.TreeMap<>();
        byte[] secret = new byte[0];
        List<String> codes = List.of();

        HttpResponse<String> get(String path) throws Exception {
            return send(HttpRequest.newBuilder(base().resolve(path)));
        }

        HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
            String body = fields.entrySet().stream()
                    .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return send(HttpRequest.newBuilder(base().resolve(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            String sent = cookies.entrySet().stream()
                    .map(e -> e.getKey() + "=" + e.getValue())
                    .collect(Collectors.joining("; "));
            if (!sent.isEmpty()) {
                request.header("Cookie", sent);
            }
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            for (String cookie : response.headers().allValues("Set-Cookie")) {
                String pair = cookie.substring(0, cookie.indexOf(';'));
                cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
            return response;
        }

        /** The hidden fields of a page's forms. */
        Map<String, String> hidden(String page) {
            Map<String, String> fields = new java.util.TreeMap<>();
            Matcher matcher = HIDDEN.matcher(page);
            while (matcher.find()) {
                fields.put(matcher.group(1), matcher.group(2));
            }
            Matcher shown = SECRET.matcher(page);
            if (shown.find()) {
                secret = unBase32(shown.group(1).replace(" ", ""));
            }
            return fields;
        }

        HttpResponse<String> setUp(URI link, String password) throws Exception {
            HttpResponse<String> page = get(link.getPath() + "?" + link.getQuery());
            Map<String, String> fields = hidden(page.body());
            fields.put("password", password);
            fields.put("again", password);
            fields.put("code", code());
            HttpResponse<String> done = post("/desk/welcome", fields);
            readCodes(done.body());
            return done;
        }

        void readCodes(String page) {
            codes = Pattern.compile("<code>([A-Z0-9-]{11})</code>")
                    .matcher(page)
                    .results()
                    .map(r -> r.group(1))
                    .toList();
        }

        String code() {
            return Totp.code(secret, clock.instant());
        }

        HttpResponse<String> signIn(String email, String password, String code) throws Exception {
            return post("/desk/sign-in", Map.of("email", email, "password", password, "code", code));
        }

        /** Signs in as it should be done, with the next code. */
        HttpResponse<String> signIn(Receiver receiver) throws Exception {
            clock.pass(Duration.ofSeconds(60));
            return signIn(receiver.email(), PASSWORD, code());
        }

        /** Sends a form of the account page. */
        HttpResponse<String> account(String path, Map<String, String> fields) throws Exception {
            Map<String, String> all = hidden(get("/desk/account").body());
            all.putAll(fields);
            return post("/desk/account" + path, all);
        }

        boolean seesCases() throws Exception {
            return get("/desk").statusCode() == 200;
        }
    }

    static byte[] unBase32(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        long held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }

    private static final class PlainPages implements Pages {
        @Override
        public String notice(Notice notice, boolean fragment) {
            return notice.title() + ": " + notice.text();
        }

        @Override
        public String signIn(SignInForm form) {
            return "the staff's sign-in";
        }
    }
}
