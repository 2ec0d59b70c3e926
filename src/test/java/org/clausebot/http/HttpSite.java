package org.clausebot.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** A real server with a few plain routes. */
final class HttpSite implements AutoCloseable {
    static final String DESK_TOKEN = "open-sesame";
    final List<URI> links = new CopyOnWriteArrayList<>();
    final AtomicBoolean ready = new AtomicBoolean(true);
    final CountDownLatch slowBegan = new CountDownLatch(1);
    final CountDownLatch slowMayEnd = new CountDownLatch(1);
    final WebServer server;
    final HttpClient client = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics();

    HttpSite(Path data) throws IOException {
        this(data, settings -> settings);
    }

    HttpSite(Path data, UnaryOperator<ServerSettings> change) throws IOException {
        this(data, change, null);
    }

    HttpSite(Path data, UnaryOperator<ServerSettings> change, @org.jspecify.annotations.Nullable String hash)
            throws IOException {
        SignIn signIn = hash == null
                ? SignIn.byLink(links::add, Clock.systemUTC())
                : SignIn.byPassphrase(hash, Clock.systemUTC());
        server = new WebServer(
                change.apply(ServerSettings.local(0)),
                signIn,
                token -> token.equals(DESK_TOKEN)
                        ? Optional.of(new ReceiverSession("s1", "amina-khan", "desk-csrf"))
                        : Optional.empty(),
                routes(),
                List.of(new Mounted("/library", new Library(), 32 * 1024)),
                new PlainPages(),
                metrics,
                data,
                ready::get,
                Clock.systemUTC());
        server.start();
    }

    private Routes routes() {
        return Routes.none()
                .post("/quiet", Access.SIGNED_IN, request -> Response.html("hush"))
                .quiet()
                .get(
                        "/",
                        Access.SIGNED_IN,
                        request -> Response.html("home " + request.signedIn().csrf()))
                .get(
                        "/policies/{id}",
                        Access.SIGNED_IN,
                        request -> Response.html(request.path().getOrDefault("id", "")))
                .get(
                        "/open",
                        Access.OPEN,
                        request -> Response.html("open " + request.query().get("q")))
                .get("/asset", Access.OPEN, request -> Response.forever("text/css", "abc", new byte[] {1}))
                .get("/fault", Access.OPEN, request -> {
                    throw new IllegalStateException(
                            "typed words: " + request.query().get("q"));
                })
                .get("/slow", Access.OPEN, request -> {
                    slowBegan.countDown();
                    awaitSlow();
                    return Response.html("finished");
                })
                .post(
                        "/echo",
                        Access.SIGNED_IN,
                        request -> Response.html(request.form().getOrDefault("q", "")))
                .get(
                        "/desk",
                        Access.RECEIVER,
                        request -> Response.html("desk of " + request.receiver().receiver()))
                .get("/desk/cases/{reference}", Access.RECEIVER, request -> Response.html("case"))
                .post("/desk/note", Access.RECEIVER, request -> Response.html("noted"))
                .get("/desk/sign-in", Access.DESK_DOOR, request -> Response.html("door"))
                .post(
                        "/desk/sign-in",
                        Access.DESK_DOOR,
                        request -> Response.seeOther("/desk")
                                .beginningReceiver(DESK_TOKEN)
                                .withTicket("", Duration.ZERO))
                .get(
                        "/desk/ticket",
                        Access.DESK_DOOR,
                        request ->
                                Response.html(request.ticket().orElse("none")).withTicket("abc", Duration.ofMinutes(5)))
                .get(
                        "/desk/file",
                        Access.RECEIVER,
                        request -> Response.download(
                                "../a \"b\" \u2603.png", "image/png", ByteBuffer.wrap(new byte[] {1, 2})))
                .upload("/desk/evidence", Access.RECEIVER, 64 * 1024, HttpSite::received)
                .post(
                        "/open",
                        Access.OPEN,
                        request -> Response.html(request.form().getOrDefault("q", "")));
    }

    private static Response received(Request request) {
        StringBuilder words = new StringBuilder(request.form().getOrDefault("note", "no note"));
        for (UploadedFile file : request.files()) {
            words.append('|').append(file.field()).append(' ').append(file.name());
            ByteBuffer bytes = file.bytes();
            while (bytes.hasRemaining()) {
                words.append(' ').append(bytes.get());
            }
        }
        return Response.html(words.toString());
    }

    private void awaitSlow() {
        try {
            slowMayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    URI at(String path) {
        return server.address().resolve(path);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Signs in with the link that the terminal shows, and gives the cookie. */
    String signIn() throws IOException, InterruptedException {
        return cookie(get("/?" + links.getLast().getQuery()));
    }

    static String cookie(HttpResponse<String> response) {
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    /** Sends bytes as they are, and gives all that comes back until the server closes. */
    String raw(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    String raw(String request) throws IOException {
        return raw(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        slowMayEnd.countDown();
        server.stop();
        metrics.close();
    }

    /** A servlet of another's making. */
    private static final class Library extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getOutputStream().write(request.getInputStream().readAllBytes());
        }
    }

    /** The simplest pages that there are. */
    private static final class PlainPages implements Pages {
        @Override
        public String notice(Notice notice, boolean fragment) {
            return (fragment ? "part " : "page ") + notice.title() + ": " + notice.text();
        }

        @Override
        public String signIn(SignInForm form) {
            return "sign in " + form.mode() + " " + form.problem().orElse("") + " next=" + form.next();
        }
    }
}
