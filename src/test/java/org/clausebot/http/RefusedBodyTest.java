package org.clausebot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever sends more than is read still reads why: an answer to half a request is lost when the connection is reset. */
class RefusedBodyTest {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({
        "POST /echo, Content-Type: application/x-www-form-urlencoded, 413",
        "POST /open, Content-Type: application/json, 415",
        "POST /open, Origin: http://evil.example, 403",
        "POST /nowhere, X: y, 404",
        "POST /asset, X: y, 405",
        "POST /desk/note, X: y, 303",
        "POST /library, Content-Encoding: gzip, 415",
        "POST /library, X: y, 413"
    })
    void a_body_that_comes_slowly_gets_its_refusal_whole_every_time(String line, String header, int status)
            throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            String cookie = "Cookie: " + site.signIn() + "\r\n";
            for (int i = 0; i < 10; i++) {
                String answer =
                        slowly(site, line + " HTTP/1.1\r\nHost: localhost\r\n" + cookie + header + "\r\n", 40_000);
                assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
            }
        }
    }

    @Test
    void a_form_that_is_too_long_gets_its_refusal_fifty_times_of_fifty() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            String head = "POST /open HTTP/1.1\r\nHost: localhost\r\n" + FORM;
            for (int i = 0; i < 50; i++) {
                assertThat(slowly(site, head, 17_000))
                        .startsWith("HTTP/1.1 413 ")
                        .endsWith("in parts.");
            }
        }
    }

    @Test
    void what_comes_in_pieces_of_unknown_number_is_heard_out_too() throws Exception {
        try (HttpSite site = new HttpSite(data);
                Caller caller = new Caller(site)) {
            caller.say("POST /open HTTP/1.1\r\nHost: localhost\r\n" + FORM
                    + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
            for (int i = 0; i < 4; i++) {
                caller.say("4e20\r\n" + "x".repeat(20_000) + "\r\n");
                caller.listen();
            }
            caller.say("0\r\n\r\n");
            assertThat(caller.answer()).startsWith("HTTP/1.1 413 ").endsWith("in parts.");
        }
    }

    @Test
    void a_connection_whose_body_was_heard_out_takes_the_next_request() throws Exception {
        try (HttpSite site = new HttpSite(data);
                Caller caller = new Caller(site)) {
            caller.say(
                    "POST /open HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 20000\r\n\r\n"
                            + "x".repeat(20_000));
            caller.say("GET /open?q=next HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(caller.answer())
                    .startsWith("HTTP/1.1 415 ")
                    .contains("HTTP/1.1 200 ")
                    .endsWith("open next");
        }
    }

    @Test
    void a_body_that_stays_away_is_not_waited_for_longer_than_said() throws Exception {
        try (HttpSite site = new HttpSite(data);
                Caller caller = new Caller(site)) {
            long begun = System.nanoTime();
            caller.say("POST /open HTTP/1.1\r\nHost: localhost\r\n" + FORM + "Content-Length: 20000\r\n\r\nq=");
            assertThat(caller.answer())
                    .startsWith("HTTP/1.1 413 ")
                    .contains("Connection: close")
                    .endsWith("in parts.");
            // Far from the half minute after which a silent connection is closed.
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
            assertThat(site.get("/open").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_body_announced_as_very_large_is_refused_at_once() throws Exception {
        try (HttpSite site = new HttpSite(data);
                Caller caller = new Caller(site)) {
            caller.say("POST /open HTTP/1.1\r\nHost: localhost\r\n" + FORM + "Content-Length: " + (UnreadBody.MOST + 1)
                    + "\r\n\r\n");
            assertThat(caller.answer()).startsWith("HTTP/1.1 413 ").contains("Connection: close");
        }
    }

    @Test
    void who_asks_first_whether_to_send_is_told_no_and_sends_nothing() throws Exception {
        try (HttpSite site = new HttpSite(data);
                Caller caller = new Caller(site)) {
            caller.say("POST /open HTTP/1.1\r\nHost: localhost\r\n" + FORM
                    + "Expect: 100-continue\r\nContent-Length: 20000\r\n\r\n");
            assertThat(caller.answer()).startsWith("HTTP/1.1 413 ").contains("Connection: close");
        }
    }

    @Test
    void a_flood_in_pieces_is_heard_out_no_further_than_said() throws Exception {
        try (HttpSite site = new HttpSite(data);
                Caller caller = new Caller(site)) {
            caller.say("POST /open HTTP/1.1\r\nHost: localhost\r\n" + FORM + "Transfer-Encoding: chunked\r\n\r\n");
            long sent = caller.flood("4e20\r\n" + "x".repeat(20_000) + "\r\n");
            // Beyond the limit, only what the kernels of both sides hold.
            assertThat(sent).isGreaterThan(UnreadBody.MOST).isLessThan(64L * 1024 * 1024);
            assertThat(site.get("/open").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void too_many_requests_are_told_so_even_with_a_long_body() throws Exception {
        ServerSettings.Limits usual = ServerSettings.Limits.usual();
        ServerSettings.Limits tight = new ServerSettings.Limits(
                1, Duration.ofHours(1), 20, usual.sessionRefill(), usual.idle(), usual.receive(), usual.stop(), 100);
        try (HttpSite site = new HttpSite(
                data,
                s -> new ServerSettings(
                        s.host(), s.port(), s.publicHosts(), s.behindTls(), s.operatorToken(), tight))) {
            site.get("/open");
            String head = "POST /open HTTP/1.1\r\n" + FORM;
            assertThat(slowly(site, head + "Host: localhost\r\n", 40_000)).startsWith("HTTP/1.1 429 ");
            assertThat(slowly(site, head + "Host: evil.example\r\n", 40_000)).startsWith("HTTP/1.1 421 ");
            assertThat(slowly(site, "POST /library HTTP/1.1\r\nHost: evil.example\r\n", 40_000))
                    .startsWith("HTTP/1.1 421 ");
        }
    }

    /** Sends the head, waits whether an answer comes too early, and then sends the body in pieces. */
    private static String slowly(HttpSite site, String head, int length) throws IOException {
        try (Caller caller = new Caller(site)) {
            caller.say(head + "Connection: close\r\nContent-Length: " + length + "\r\n\r\n");
            caller.listen();
            for (int sent = 0; sent < length; sent += 10_000) {
                caller.say("x".repeat(Math.min(10_000, length - sent)));
            }
            return caller.answer();
        }
    }

    private static final class Caller implements AutoCloseable {
        private final Socket socket;
        private final OutputStream out;
        private final InputStream in;
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

        Caller(HttpSite site) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port());
            out = socket.getOutputStream();
            in = socket.getInputStream();
        }

        void say(String words) throws IOException {
            out.write(words.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        /** Gives a server in a hurry the time to answer. */
        void listen() throws IOException {
            socket.setSoTimeout(5);
            try {
                int early = in.read();
                if (early >= 0) {
                    heard.write(early);
                }
            } catch (SocketTimeoutException stillListening) {
                assertThat(heard.size()).isZero();
            }
        }

        String answer() throws IOException {
            socket.setSoTimeout(30_000);
            in.transferTo(heard);
            return heard.toString(StandardCharsets.UTF_8);
        }

        /** Sends until the server has had enough. Gives how many bytes went out. */
        long flood(String piece) {
            long sent = 0;
            try {
                while (sent < 256L * 1024 * 1024) {
                    say(piece);
                    sent += piece.length();
                }
            } catch (IOException enough) {
                return sent;
            }
            return sent;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
