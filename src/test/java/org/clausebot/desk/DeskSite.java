package org.clausebot.desk;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.clausebot.http.Access;
import org.clausebot.http.Metrics;
import org.clausebot.http.Notice;
import org.clausebot.http.Pages;
import org.clausebot.http.ReceiverSession;
import org.clausebot.http.ServerSettings;
import org.clausebot.http.SignIn;
import org.clausebot.http.SignInForm;
import org.clausebot.http.StaticFiles;
import org.clausebot.http.WebServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The case desk on a free port, with receivers who are signed in already. */
final class DeskSite implements AutoCloseable {
    final Fixtures filed;
    final List<String> mail = new CopyOnWriteArrayList<>();
    final WebServer server;
    private final Metrics metrics = new Metrics();
    private final HttpClient client = HttpClient.newHttpClient();

    DeskSite(Path folder, Fixtures filed) throws IOException {
        this.filed = filed;
        CaseDesk desk = new CaseDesk(new CaseDesk.Parts(
                filed.cases,
                () -> Optional.of(DeskSchool.school()),
                Fixtures::versions,
                viewer -> List.copyOf(mail),
                new PlainPages(),
                filed.clock));
        StaticFiles styles = new StaticFiles(CaseDesk.class, "/desk/assets/")
                .addFixed("/web/assets/clausebot.css", "clausebot.css", "text/css; charset=utf-8")
                .addFixed("/web/assets/desk.css", "desk.css", "text/css; charset=utf-8")
                .addFixed("/web/assets/icon.svg", "icon.svg", "image/svg+xml");
        server = new WebServer(
                settings(),
                SignIn.byLink(link -> {}, filed.clock),
                token -> DeskSchool.PEOPLE.stream()
                        .filter(p -> p.id().equals(token))
                        .map(p -> new ReceiverSession("session-" + p.id(), p.id(), "csrf-" + p.id()))
                        .findFirst(),
                desk.routes()
                        .get(
                                "/desk/assets/{file}",
                                Access.OPEN,
                                request -> styles.named(request.path().getOrDefault("file", ""))
                                        .orElseThrow()),
                new PlainPages(),
                metrics,
                folder,
                () -> true,
                Clock.systemUTC());
        server.start();
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

    URI at(String path) {
        return server.address().resolve(path);
    }

    String cookieName() {
        return "clausebot-desk-" + server.port();
    }

    Visitor as(String receiver) {
        return new Visitor(receiver);
    }

    @Override
    public void close() throws IOException {
        server.stop();
        metrics.close();
        filed.close();
    }

    /** Sends what the browser of one receiver sends. */
    final class Visitor {
        private final String receiver;

        Visitor(String receiver) {
            this.receiver = receiver;
        }

        HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
            return client.send(request(path).build(), BodyHandlers.ofByteArray());
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(request(path).build(), BodyHandlers.ofString());
        }

        Document page(String path) throws IOException, InterruptedException {
            return Jsoup.parse(get(path).body());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(at(path)).header("Cookie", cookieName() + "=" + receiver);
        }

        /** The fields that a form of a case's page carries before anything is typed. */
        Map<String, String> hidden(String reference, String form) throws IOException, InterruptedException {
            Map<String, String> fields = new HashMap<>();
            page("/desk/cases/" + reference)
                    .select("form[action$=/" + form + "] input[type=hidden]")
                    .forEach(input -> fields.put(input.attr("name"), input.val()));
            return fields;
        }

        /** Opens the case's page, fills in one of its forms and sends it. */
        HttpResponse<String> fill(String reference, String form, Map<String, String> typed)
                throws IOException, InterruptedException {
            Map<String, String> fields = hidden(reference, form);
            fields.putAll(typed);
            return post("/desk/cases/" + reference + "/" + form, fields);
        }

        HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
            Map<String, String> all = new HashMap<>(fields);
            all.putIfAbsent("_csrf", "csrf-" + receiver);
            String body = all.entrySet().stream()
                    .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return client.send(
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static final class PlainPages implements Pages {
        @Override
        public String notice(Notice notice, boolean fragment) {
            return "<!DOCTYPE html><html lang=en><title>" + notice.title() + "</title><main><h1>" + notice.title()
                    + "</h1><p>" + notice.text() + "</p></main></html>";
        }

        @Override
        public String signIn(SignInForm form) {
            return "sign in";
        }
    }
}
