package org.clausebot.chat.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.clausebot.chat.slack.Delivered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in at Slack's address, and who does not. */
class SlackDoorTest {
    @TempDir
    private Path data;

    private StandInSlack slack;
    private SlackSite site;

    @BeforeEach
    void open() throws Exception {
        slack = new StandInSlack();
        site = new SlackSite(data, slack);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
        slack.close();
    }

    private byte[] body() throws IOException {
        return SlackSite.payload("message-im-thread.json").getBytes(StandardCharsets.UTF_8);
    }

    private String stamp(long seconds) {
        return Long.toString(site.time.instant().getEpochSecond() + seconds);
    }

    private HttpResponse<String> signed(long seconds) throws Exception {
        return site.post(body(), stamp(seconds), SlackSite.sign(SlackSite.SECRET, stamp(seconds), body()));
    }

    private void nothingWasTaken() throws Exception {
        site.send("home-opened.json");
        assertThat(site.chat().next()).isInstanceOf(Delivered.HomeOpened.class);
    }

    @Test
    void a_wrong_signature_gets_401_with_an_empty_body_and_is_counted() throws Exception {
        String right = SlackSite.sign(SlackSite.SECRET, stamp(0), body());
        for (String wrong : new String[] {
            SlackSite.sign("another secret", stamp(0), body()),
            right.substring(0, right.length() - 1) + (right.endsWith("0") ? "1" : "0"),
            right.toUpperCase(java.util.Locale.ROOT),
            right.replace("v0=", "v1="),
            "v0=",
            ""
        }) {
            HttpResponse<String> answer = site.post(body(), stamp(0), wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(site.post(body(), "", right).statusCode()).isEqualTo(401);
        assertThat(site.post(body(), "12a", right).statusCode()).isEqualTo(401);
        assertThat(site.post(body(), stamp(1), right).statusCode()).isEqualTo(401);
        assertThat(site.counted("clausebot.slack.refused", "why", "signature")).isEqualTo(9);
        nothingWasTaken();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -86_400, 600})
    void a_right_signature_of_another_time_gets_401(long seconds) throws Exception {
        assertThat(signed(seconds).statusCode()).isEqualTo(401);
        assertThat(site.counted("clausebot.slack.refused", "why", "stale")).isEqualTo(1);
        nothingWasTaken();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void a_clock_that_is_five_minutes_off_is_near_enough(long seconds) throws Exception {
        assertThat(signed(seconds).statusCode()).isEqualTo(200);
        assertThat(site.chat().next()).isInstanceOf(Delivered.Said.class);
    }

    @Test
    void a_body_that_was_changed_or_cut_on_the_way_gets_401() throws Exception {
        String signature = SlackSite.sign(SlackSite.SECRET, stamp(0), body());
        byte[] cut = Arrays.copyOf(body(), body().length - 7);
        byte[] longer = Arrays.copyOf(body(), body().length + 1);
        longer[longer.length - 1] = '\n';
        assertThat(site.post(cut, stamp(0), signature).statusCode()).isEqualTo(401);
        assertThat(site.post(longer, stamp(0), signature).statusCode()).isEqualTo(401);
        nothingWasTaken();
    }

    @Test
    void a_connection_that_breaks_off_within_the_body_changes_nothing() throws Exception {
        String head =
                "POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body().length + "\r\nX-Slack-Request-Timestamp: " + stamp(0) + "\r\nX-Slack-Signature: "
                        + SlackSite.sign(SlackSite.SECRET, stamp(0), body()) + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body(), 0, body().length - 10);
            socket.getOutputStream().flush();
        }
        nothingWasTaken();
    }

    @Test
    void more_than_a_mebibyte_gets_413_however_it_is_signed() throws Exception {
        byte[] more = new byte[1024 * 1024 + 1];
        HttpRequest asking = HttpRequest.newBuilder(site.events())
                .header("X-Slack-Request-Timestamp", stamp(0))
                .header("X-Slack-Signature", SlackSite.sign(SlackSite.SECRET, stamp(0), more))
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofByteArray(more))
                .build();
        assertThat(site.client
                        .send(asking, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(413);
        byte[] most = new byte[1024 * 1024];
        Arrays.fill(most, (byte) 'x');
        assertThat(site.post(most).statusCode()).isEqualTo(400);
    }

    static Stream<String> odd() {
        return Stream.of(
                "",
                "{",
                "{}",
                "[]",
                "null",
                "{\"type\":1}",
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"event_callback\",\"event\":[]}",
                "{\"type\":\"event_callback\",\"event_id\":\"E\",\"event\":{\"type\":\"message\",\"files\":7}}",
                "{\"type\":\"event_callback\",\"event_id\":\"E\",\"event\":{\"type\":\"message\"},\"authorizations\":{}}",
                "{\"type\":\"event_callback\",\"event_id\":\"E\",\"event\":{\"type\":\"message\"}} trailing",
                "{" + "\"a\":[".repeat(5_000),
                "payload=",
                "payload=%7B",
                "payload=%zz",
                "payload=" + "%5B".repeat(20_000),
                "payload=%7B%22type%22%3A%22block_actions%22%7D",
                "payload=%7B%22type%22%3A%22view_submission%22%7D",
                "payload=%7B%22type%22%3A%22shortcut%22%7D",
                "payload=%7B%22type%22%3A%22message_action%22%7D",
                "command=%2Fpolicy",
                "command=policy&user_id=U1&trigger_id=1",
                "command=%2Fpolicy&user_id=&trigger_id=",
                "some words that somebody typed");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void what_is_signed_and_not_in_form_gets_400_and_never_500(String body) throws Exception {
        HttpResponse<String> answer = site.post(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
        nothingWasTaken();
    }

    @Test
    void bytes_that_are_no_text_get_400() throws Exception {
        assertThat(site.post(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'})
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void slacks_questions_whether_the_address_is_ours_are_answered() throws Exception {
        HttpResponse<String> verified = site.send("url-verification.json");
        assertThat(verified.statusCode()).isEqualTo(200);
        assertThat(verified.body()).isEqualTo("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
        assertThat(site.post("token=abc&ssl_check=1").statusCode()).isEqualTo(200);
        assertThat(site.post("ssl_check=1&token=abc".getBytes(StandardCharsets.UTF_8), "", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(site.events() + "?ssl_check=1&token=abc").statusCode()).isEqualTo(200);
        assertThat(site.post("ssl_check=1&command=%2Freport".getBytes(StandardCharsets.UTF_8), "", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_unsigned_address_check_gets_401() throws Exception {
        byte[] body = SlackSite.payload("url-verification.json").getBytes(StandardCharsets.UTF_8);
        assertThat(site.post(body, "", "").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(String address) throws Exception {
        return site.client.send(
                HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void only_post_is_taken_and_every_answer_has_the_servers_headers() throws Exception {
        HttpResponse<String> get = get(site.events().toString());
        assertThat(get.statusCode()).isEqualTo(405);
        for (HttpResponse<String> answer :
                java.util.List.of(get, site.send("home-opened.json"), site.post(body(), "", ""))) {
            assertThat(answer.headers().map())
                    .containsKeys("Content-Security-Policy", "X-Content-Type-Options", "Cache-Control")
                    .doesNotContainKeys("Server");
        }
    }

    @Test
    void another_host_name_is_refused() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("POST /slack/events HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] begin = socket.getInputStream().readNBytes(12);
            assertThat(new String(begin, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 421");
        }
    }

    @Test
    void strangers_are_slowed_down_and_slack_is_not() throws Exception {
        int status = 0;
        for (int i = 0; i < 401; i++) {
            status = site.post(new byte[] {'x'}, "", "").statusCode();
        }
        assertThat(status).isEqualTo(429);
        for (int i = 0; i < 20; i++) {
            int running = i;
            assertThat(site.send(
                                    "message-im-thread.json",
                                    p -> p.replace(".000200", ".1002" + running).replace("Ev1", "Ev" + running))
                            .statusCode())
                    .isEqualTo(200);
        }
        site.time.forward(Duration.ofMinutes(1));
        assertThat(site.post(new byte[] {'x'}, "", "").statusCode()).isEqualTo(401);
    }

    @Test
    void what_cannot_be_kept_is_not_acknowledged_so_that_slack_sends_it_again() throws Exception {
        site.storage.close();
        assertThat(site.send("message-im-thread.json").statusCode()).isEqualTo(503);
        assertThat(site.send("view-submission.json").statusCode()).isEqualTo(503);
        assertThat(site.chat().delivered).isEmpty();
    }
}
