package org.clausebot.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real service on this machine, well behaved and not. */
class KeyServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    private final MasterKey serviceKey = MasterKey.make();
    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private HttpServer server;
    private String mood = "well";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.stop(0);
    }

    @Test
    void the_master_key_stays_wrapped_on_disk_and_the_service_opens_it_at_every_start() throws Exception {
        byte[] key = open().vault().newKey("r");
        byte[] sealed = open().vault().seal(key, "r", "p", new byte[] {7});

        assertThat(open().vault().open(key, "r", "p", sealed)).containsExactly(7);
        assertThat(data.resolve("keys/master.key")).doesNotExist();
        assertThat(Files.readString(data.resolve("keys/master.sealed"))).doesNotContain("AesGcmKey");
        assertThat(asked).contains("/v1/wrap", "/v1/unwrap");
    }

    @Test
    void sealing_asks_the_service_nothing() throws Exception {
        KeyRing ring = open();
        int before = asked.size();
        byte[] key = ring.vault().newKey("r");
        ring.vault().open(key, "r", "p", ring.vault().seal(key, "r", "p", new byte[3]));

        assertThat(asked).hasSize(before);
    }

    @Test
    void a_rotation_wraps_the_new_key_at_the_service() throws Exception {
        KeyRing running = open();
        MemoryKeys kept = new MemoryKeys();
        kept.kept.put("r", running.vault().newKey("r"));
        byte[] sealed = running.vault().seal(kept.kept.get("r"), "r", "p", new byte[] {7});

        running.rotate(kept);
        running.retire(kept);

        assertThat(open().names()).hasSize(1);
        assertThat(open().vault().open(kept.kept.get("r"), "r", "p", sealed)).containsExactly(7);
        assertThat(running.vault().open(kept.kept.get("r"), "r", "p", sealed)).containsExactly(7);
    }

    @Test
    void a_service_that_fails_is_named_with_what_to_do_and_nothing_is_changed() throws Exception {
        open();
        byte[] before = Files.readAllBytes(data.resolve("keys/master.sealed"));
        Map<String, String> expected = Map.of(
                "forbid", "reporting.key-service-token",
                "missing", "reporting.master-key",
                "break", "status 500",
                "redirect", "status 302",
                "nonsense", "something else than",
                "number", "something else than",
                "empty", "something else than",
                "other", "something else than the key it wrapped");
        for (Map.Entry<String, String> entry : expected.entrySet()) {
            mood = entry.getKey();
            assertThatThrownBy(this::open)
                    .as(mood)
                    .isInstanceOf(KeyException.class)
                    .hasMessageContaining("key service at http://127.0.0.1")
                    .hasMessageContaining(entry.getValue())
                    .hasMessageNotContaining("hunter2");
        }
        assertThat(Files.readAllBytes(data.resolve("keys/master.sealed"))).isEqualTo(before);
    }

    @Test
    void a_key_that_the_service_does_not_give_back_is_not_used() {
        mood = "forgets";

        assertThatThrownBy(this::open).isInstanceOf(KeyException.class).hasMessageContaining("nothing was changed");
        assertThat(data.resolve("keys/master.sealed")).doesNotExist();
        assertThat(data.resolve("keys/fingerprint.key")).doesNotExist();
    }

    @Test
    void a_service_that_never_answers_is_given_up() throws Exception {
        mood = "hang";
        KeyService impatient = KeyService.at(settings("hunter2"), Duration.ofMillis(200));

        assertThatThrownBy(() -> impatient.wrap(MasterKey.make()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void a_service_that_is_not_there_is_said_to_be_so() {
        KeySettings settings = settings("hunter2");
        server.stop(0);

        assertThatThrownBy(() -> KeyRing.open(settings, data.resolve("keys"), () -> false))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void a_wrong_token_is_refused_by_the_service_and_shown_nowhere() {
        assertThatThrownBy(() -> KeyRing.open(settings("hunter3"), data.resolve("keys"), () -> false))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("refuses the token")
                .hasMessageNotContaining("hunter3");
    }

    @Test
    void an_address_that_would_send_the_key_in_the_clear_is_refused() {
        for (String address : List.of(
                "http://keys.example/v1",
                "http://10.0.0.1",
                "ftp://keys.example",
                "https://",
                "https://user:pw@keys.example",
                "https://a b",
                "http://127.0.0.1.example/")) {
            assertThatThrownBy(() -> KeyService.at(new KeySettings(address, "t")))
                    .as(address)
                    .isInstanceOf(KeyException.class)
                    .hasMessageContaining("https://")
                    .hasMessageNotContaining("pw");
        }
        assertThatThrownBy(() -> KeyService.at(new KeySettings("https://keys.example", "")))
                .hasMessageContaining("reporting.key-service-token");
        assertThatThrownBy(() -> KeyService.at(new KeySettings("https://keys.example", "a\nb")))
                .hasMessageContaining("reporting.key-service-token");
    }

    private KeyRing open() throws Exception {
        return KeyRing.open(settings("hunter2"), data.resolve("keys"), () -> false);
    }

    private KeySettings settings(String token) {
        return new KeySettings("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/", token);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            if (!"Bearer hunter2".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                reply(exchange, 401, "");
                return;
            }
            byte[] key = Base64.getDecoder().decode(request.get("key").asText());
            byte[] context = request.get("context").asText().getBytes(UTF_8);
            byte[] result = path.endsWith("/wrap") ? serviceKey.wrap(key, context) : unwrap(key, context);
            String good =
                    JSON.writeValueAsString(Map.of("key", Base64.getEncoder().encodeToString(result)));
            switch (mood) {
                case "well" -> reply(exchange, 200, good);
                case "forbid" -> reply(exchange, 403, good);
                case "missing" -> reply(exchange, 404, good);
                case "break" -> reply(exchange, 500, good);
                case "redirect" -> {
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
                    reply(exchange, 302, "");
                }
                case "nonsense" -> reply(exchange, 200, "<html>");
                case "number" -> reply(exchange, 200, "{\"key\": 5}");
                case "empty" -> reply(exchange, 200, "{}");
                case "other" -> reply(exchange, 200, "{\"key\": \"AAAA\"}");
                case "forgets" -> reply(exchange, 200, path.endsWith("/wrap") ? good : "{\"key\": \"AAAA\"}");
                case "hang" -> release.await();
                default -> throw new IllegalStateException(mood);
            }
        } catch (GeneralSecurityException e) {
            reply(exchange, 400, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] unwrap(byte[] key, byte[] context) throws GeneralSecurityException {
        return serviceKey.unwrap(key, context);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
