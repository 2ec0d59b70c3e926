package org.clausebot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class WebServerTest {
    private static final List<String> ON_EVERY_RESPONSE = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Permissions-Policy",
            "Cache-Control");

    @TempDir
    private Path data;

    private static UnaryOperator<ServerSettings> limits(ServerSettings.Limits limits) {
        return s -> new ServerSettings(s.host(), s.port(), s.publicHosts(), s.behindTls(), s.operatorToken(), limits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/open", "/nowhere", "/fault", "/healthz", "/sign-in", "/asset"})
    void every_response_carries_the_security_headers_and_no_server_version(String path) throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            HttpResponse<String> response = site.get(path);
            assertThat(response.headers().map()).containsKeys(ON_EVERY_RESPONSE.toArray(String[]::new));
            assertThat(response.headers().map()).doesNotContainKeys("Server", "X-Powered-By");
            assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'; script-src 'self';")
                    .doesNotContain("unsafe")
                    .contains("frame-ancestors 'none'");
        }
    }

    @Test
    void pages_are_kept_by_no_cache_and_assets_are_kept_for_ever() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            assertThat(site.get("/open").headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(site.get("/asset").headers().firstValue("Cache-Control").orElseThrow())
                    .contains("immutable");
            assertThat(site.get("/asset", "If-None-Match", "\"abc\"").statusCode())
                    .isEqualTo(304);
            assertThat(site.get("/asset", "If-None-Match", "\"old\"").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_fault_gives_a_plain_page_and_neither_page_nor_log_tells_what_was_typed() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("org.clausebot.http");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
        try {
            HttpResponse<String> response;
            try (HttpSite site = new HttpSite(data)) {
                response = site.get("/fault?q=myhiddenwords");
            }
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).doesNotContain("myhiddenwords", "IllegalState", "org.clausebot", "\tat ");
            // The line is written after the answer is sent; a server that has stopped has written it.
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anyMatch(line -> line.startsWith("GET /fault 500 "))
                    .anyMatch(line -> line.contains("java.lang.IllegalStateException"))
                    .noneMatch(line -> line.contains("myhiddenwords"));
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
    }

    @Test
    void only_known_names_are_served_so_that_another_site_cannot_point_its_name_here() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            assertThat(statusFor(site, "evil.example")).isEqualTo(421);
            assertThat(statusFor(site, "127.0.0.1.evil.example:" + site.server.port()))
                    .isEqualTo(421);
            assertThat(statusFor(site, "localhost:" + site.server.port())).isEqualTo(200);
            assertThat(statusFor(site, "[::1]:" + site.server.port())).isEqualTo(200);
        }
        try (HttpSite site = new HttpSite(
                data,
                s -> new ServerSettings(
                        s.host(), 0, Set.of("Policy.School.example"), false, Optional.empty(), s.limits()))) {
            assertThat(statusFor(site, "policy.school.example")).isEqualTo(200);
        }
    }

    private static int statusFor(HttpSite site, String host) throws IOException {
        return status(site.raw("GET /open HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"));
    }

    private static int status(String response) {
        assertThat(response).startsWith("HTTP/1.1 ");
        return Integer.parseInt(response.substring(9, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /open?q=%ff HTTP/1.1",
                "GET /open?q=%c3%28 HTTP/1.1",
                "GET /open?q=%zz HTTP/1.1",
                "GET /open?q=% HTTP/1.1",
                "GET /open?q=%00 HTTP/1.1",
                "GET /open?q=%1b[31m HTTP/1.1",
                "GET /open?q=1&q=2 HTTP/1.1",
                "GET /%ff HTTP/1.1",
                "GET /a%00b HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET /policies/..%2f..%2fetc HTTP/1.1",
                "GET /open;x=y HTTP/1.1",
                "GET //open HTTP/1.1",
                "GET /open\u0000 HTTP/1.1",
                "GET /op\u00ffen HTTP/1.1",
                "GET open HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "TRACE /open HTTP/1.1",
                "BREW /open HTTP/1.1",
                "PUT /open HTTP/1.1",
                "GET",
                "\u0016\u0003\u0001\u0002\u0000\u0001"
            })
    void what_is_not_well_formed_is_refused_and_never_a_server_error(String requestLine) throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            String response = site.raw(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(response.isEmpty() ? 400 : status(response)).isBetween(400, 499);
            assertThat(response).doesNotContain("Exception", "org.eclipse", "\tat ");
        }
    }

    @Test
    void a_protocol_of_another_kind_is_named_as_the_reason() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            String response = site.raw("GET /open HTTP/3.7\r\nHost: localhost\r\n\r\n");
            assertThat(status(response)).isEqualTo(505);
            assertThat(response).contains("HTTP/1.1").doesNotContain("Exception");
        }
    }

    @Test
    void nothing_is_passed_on_to_another_server() throws Exception {
        try (HttpSite site = new HttpSite(data);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("CONNECT other:80 HTTP/1.1\r\nHost: other:80\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] line = socket.getInputStream().readNBytes(12);
            assertThat(status(new String(line, StandardCharsets.US_ASCII))).isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost\r\nContent-Length: -1",
                "Host: localhost\r\nContent-Length: 5\r\nContent-Length: 6",
                "Host: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 5",
                "Host: localhost\r\nHost: other",
                "Host: local host",
                "Host:",
                "X-Nothing: here",
                "Host: localhost\r\nBad Header: x",
                "Host: localhost\r\nX: a\u0000b"
            })
    void headers_that_contradict_themselves_are_refused(String headers) throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            String response = site.raw("GET /open HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
            assertThat(status(response)).isBetween(400, 499);
            assertThat(response).contains("Content-Security-Policy").doesNotContain("Exception");
        }
    }

    @Test
    void what_is_too_long_is_refused_with_the_status_that_says_so() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            String cookie = site.signIn();
            String long9k = "x".repeat(9_000);
            assertThat(status(site.raw("GET /" + long9k + " HTTP/1.1\r\nHost: localhost\r\n\r\n")))
                    .isEqualTo(414);
            assertThat(status(site.raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + long9k + "\r\n\r\n")))
                    .isEqualTo(431);
            HttpResponse<String> body = site.post("/echo", "q=" + "x".repeat(17_000), "Cookie", cookie);
            assertThat(body.statusCode()).isEqualTo(413);
            assertThat(body.body()).contains("16 kB");
            String chunked = "POST /open HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded"
                    + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n4e20\r\n"
                    + "x".repeat(20_000) + "\r\n0\r\n\r\n";
            assertThat(status(site.raw(chunked))).isEqualTo(413);
        }
    }

    @Test
    void only_plain_forms_are_accepted() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            for (String type : List.of("application/json", "multipart/form-data; boundary=x", "text/plain", "x")) {
                String request = "POST /open HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                        + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
                assertThat(status(site.raw(request))).as(type).isEqualTo(415);
            }
            assertThat(
                            status(
                                    site.raw(
                                            "POST /open HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")))
                    .isEqualTo(415);
            assertThat(site.post("/open", "q=%C3%A9+x").body()).isEqualTo("é x");
            assertThat(site.post("/open", "q=%FF").statusCode()).isEqualTo(400);
            assertThat(site.post("/open", "q=1&q=2").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_method_that_an_address_does_not_have_is_answered_with_those_it_has() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            HttpResponse<String> response = site.post("/policies/x", "q=1");
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
            assertThat(site.get("/nowhere").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void forms_that_another_site_sends_are_refused() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            String cookie = site.signIn();
            String csrf = site.get("/", "Cookie", cookie).body().substring("home ".length());
            String form = "q=hello&_csrf=" + csrf;
            String own = "http://127.0.0.1:" + site.server.port();
            assertThat(site.post("/echo", form, "Cookie", cookie).body()).isEqualTo("hello");
            assertThat(site.post("/echo", form, "Cookie", cookie, "Origin", own).statusCode())
                    .isEqualTo(200);
            assertThat(site.post("/echo", form, "Cookie", cookie, "Origin", "null")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(site.post("/echo", form, "Cookie", cookie, "Origin", "http://evil.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(site.post("/echo", form, "Cookie", cookie, "Origin", "http://127.0.0.1:1")
                            .statusCode())
                    .isEqualTo(403);
            for (String elsewhere : List.of("cross-site", "same-site")) {
                assertThat(site.post("/echo", form, "Cookie", cookie, "Sec-Fetch-Site", elsewhere)
                                .statusCode())
                        .isEqualTo(403);
            }
            assertThat(site.post("/echo", "q=hello", "Cookie", cookie).statusCode())
                    .isEqualTo(403);
            assertThat(site.post("/echo", "q=hello&_csrf=x", "Cookie", cookie).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void too_many_requests_from_an_address_are_told_when_to_come_back() throws Exception {
        ServerSettings.Limits usual = ServerSettings.Limits.usual();
        ServerSettings.Limits tight = new ServerSettings.Limits(
                3, Duration.ofSeconds(60), 20, usual.sessionRefill(), usual.idle(), usual.receive(), usual.stop(), 100);
        try (HttpSite site = new HttpSite(data, limits(tight))) {
            for (int i = 0; i < 3; i++) {
                assertThat(site.get("/open").statusCode()).isEqualTo(200);
            }
            HttpResponse<String> refused = site.get("/open");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Long.parseLong(
                            refused.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1L, 60L);
            assertThat(refused.body()).contains("wait", "999");
        }
    }

    @Test
    void too_many_forms_from_a_session_are_refused_while_another_session_goes_on() throws Exception {
        ServerSettings.Limits usual = ServerSettings.Limits.usual();
        ServerSettings.Limits tight = new ServerSettings.Limits(
                200,
                usual.addressRefill(),
                2,
                Duration.ofSeconds(60),
                usual.idle(),
                usual.receive(),
                usual.stop(),
                100);
        try (HttpSite site = new HttpSite(data, limits(tight))) {
            String first = site.signIn();
            String other = site.signIn();
            assertThat(ask(site, first)).isEqualTo(200);
            assertThat(ask(site, first)).isEqualTo(200);
            assertThat(ask(site, first)).isEqualTo(429);
            assertThat(ask(site, other)).isEqualTo(200);
        }
    }

    private static int ask(HttpSite site, String cookie) throws Exception {
        String csrf = site.get("/", "Cookie", cookie).body().substring("home ".length());
        return site.post("/echo", "q=x&_csrf=" + csrf, "Cookie", cookie).statusCode();
    }

    @Test
    void a_connection_that_drips_is_closed() throws Exception {
        ServerSettings.Limits usual = ServerSettings.Limits.usual();
        ServerSettings.Limits brief = new ServerSettings.Limits(
                400,
                usual.addressRefill(),
                20,
                usual.sessionRefill(),
                Duration.ofMillis(600),
                Duration.ofMillis(600),
                usual.stop(),
                100);
        try (HttpSite site = new HttpSite(data, limits(brief));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> {
                        while (Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 25) {
                            socket.getOutputStream().write('G');
                            socket.setSoTimeout(100);
                            if (reads(socket) < 0) {
                                throw new IOException("closed");
                            }
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        }
    }

    private static int reads(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (java.net.SocketTimeoutException e) {
            return 0;
        }
    }

    @Test
    void a_request_in_progress_finishes_when_the_server_stops() throws Exception {
        HttpSite site = new HttpSite(data);
        CompletableFuture<HttpResponse<String>> slow = CompletableFuture.supplyAsync(() -> {
            try {
                return site.get("/slow");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        int port = site.server.port();
        assertThat(site.slowBegan.await(60, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(site.server::stop);
        assertThatThrownBy(() -> stopped.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        site.slowMayEnd.countDown();
        assertThat(slow.get(60, TimeUnit.SECONDS).body()).isEqualTo("finished");
        stopped.get(60, TimeUnit.SECONDS);
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusals_of_what_is_not_logged_are_told_only_when_they_are_many() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            String cookie = site.signIn();
            for (int i = 1; i < QuietRefusals.MANY; i++) {
                assertThat(site.post("/quiet", "q=x", "Cookie", cookie, "Origin", "http://evil.example")
                                .statusCode())
                        .isEqualTo(403);
            }
            assertThat(site.get("/metrics").body())
                    .contains("clausebot_refusals_bursts_total 0.0")
                    .doesNotContain("/quiet");
            site.post("/quiet", "q=x", "Cookie", cookie, "Origin", "http://evil.example");
            assertThat(site.get("/metrics").body())
                    .contains("clausebot_refusals_bursts_total 1.0")
                    .doesNotContain("/quiet");
        }
    }

    @Test
    void health_and_metrics_are_for_this_computer_and_name_no_typed_text() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            assertThat(site.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(site.get("/readyz").statusCode()).isEqualTo(200);
            site.ready.set(false);
            assertThat(site.get("/readyz").statusCode()).isEqualTo(503);
            site.get("/secretword?q=secretword");
            site.get("/policies/secretword");
            String metrics = site.get("/metrics").body();
            assertThat(metrics)
                    .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/readyz\",status=\"503\"} 1")
                    .contains("route=\"/policies/{id}\"", "jvm_memory_used_bytes")
                    .doesNotContain("secretword");
            assertThat(site.get("/metrics", "X-Forwarded-For", "10.0.0.9").statusCode())
                    .isEqualTo(404);
            assertThat(site.get("/healthz", "Forwarded", "for=10.0.0.9").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void with_an_operators_token_health_and_metrics_want_it() throws Exception {
        String token = "0123456789abcdef0123";
        try (HttpSite site = new HttpSite(
                data, s -> new ServerSettings(s.host(), 0, Set.of(), false, Optional.of(token), s.limits()))) {
            assertThat(site.get("/metrics").statusCode()).isEqualTo(404);
            assertThat(site.get("/metrics", "Authorization", "Bearer wrong").statusCode())
                    .isEqualTo(404);
            assertThat(site.get("/metrics", "Authorization", "Bearer " + token).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_port_that_is_taken_is_named_with_what_to_do() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            int port = site.server.port();
            assertThatThrownBy(() -> new HttpSite(data, s -> ServerSettings.local(port)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("0 for a free one");
        }
    }

    @Test
    void a_bad_request_from_the_pages_script_gets_a_part_of_a_page() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            assertThat(site.get("/nowhere", "HX-Request", "true").body()).startsWith("part ");
            assertThat(site.get("/nowhere").body()).startsWith("page ");
            assertThat(site.get("/", "HX-Request", "true").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void bytes_at_random_never_give_a_server_error() throws Exception {
        java.util.Random random = new java.util.Random(7);
        try (HttpSite site = new HttpSite(data)) {
            for (int i = 0; i < 150; i++) {
                byte[] noise = new byte[1 + random.nextInt(200)];
                random.nextBytes(noise);
                String query = new String(noise, StandardCharsets.ISO_8859_1).replaceAll("[\r\n ]", "x");
                String response =
                        site.raw("GET /open?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                assertThat(response.isEmpty() ? 400 : status(response)).isLessThan(500);
            }
        }
    }
}
