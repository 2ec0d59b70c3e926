package org.clausebot.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * A service in the school's or trust's network that wraps the master key with a key that never leaves it. The protocol:
 *
 * <pre>
 * POST {address}/wrap      POST {address}/unwrap
 * Authorization: Bearer {reporting.key-service-token}
 * Content-Type: application/json
 * {"context": "clausebot/master-key/1", "key": "BASE64"}
 *
 * 200, application/json: {"key": "BASE64"}
 * </pre>
 *
 * The service must bind what it wraps to the context, and refuse to unwrap under another. Any status but 200 is a
 * refusal. It is asked once when the program starts and at a rotation, never on the way of a report.
 */
final class KeyService {
    private static final String CONTEXT = "clausebot/master-key/1";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final String token;
    private final Duration patience;

    private KeyService(URI address, String token, Duration patience) {
        this.address = address;
        this.token = token;
        this.patience = patience;
    }

    static KeyService at(KeySettings settings) throws KeyException {
        return at(settings, Duration.ofSeconds(10));
    }

    static KeyService at(KeySettings settings, Duration patience) throws KeyException {
        URI address;
        try {
            address = URI.create(settings.masterKey().replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new KeyException(
                    "reporting.master-key is no address that can be understood; write https://host/path", e);
        }
        if (address.getHost() == null || address.getUserInfo() != null || !isSafe(address)) {
            throw new KeyException("reporting.master-key must be an https:// address of a key service without a name"
                    + " or password in it (http:// only on this machine itself), a path, or empty");
        }
        if (settings.serviceToken().isEmpty()) {
            throw new KeyException("reporting.master-key names a key service; set reporting.key-service-token to the"
                    + " bearer token for it");
        }
        if (!settings.serviceToken().matches("[\\x21-\\x7e]+")) {
            throw new KeyException("reporting.key-service-token may hold letters, digits and signs only");
        }
        return new KeyService(address, settings.serviceToken(), patience);
    }

    URI address() {
        return address;
    }

    /** Wrapped, and proven to come back the same: a key that only seems to be kept would lose every report. */
    byte[] wrap(MasterKey key) throws KeyException {
        byte[] bytes = key.bytes();
        byte[] wrapped = ask("wrap", bytes);
        if (MessageDigest.isEqual(wrapped, bytes) || !MessageDigest.isEqual(ask("unwrap", wrapped), bytes)) {
            throw trouble("does not give back what it wraps; nothing was changed", null);
        }
        return wrapped;
    }

    MasterKey unwrap(byte[] wrapped) throws KeyException {
        try {
            return MasterKey.parse(ask("unwrap", wrapped));
        } catch (GeneralSecurityException | RuntimeException e) {
            // No cause: the parser's message may hold a piece of the key.
            throw trouble("gave back something else than the key it wrapped", null);
        }
    }

    private byte[] ask(String what, byte[] key) throws KeyException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/" + what))
                    .timeout(patience)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of(
                            "context", CONTEXT, "key", Base64.getEncoder().encodeToString(key)))))
                    .build();
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                requireGranted(answer.statusCode());
                return keyIn(body.readNBytes(MOST_BYTES));
            } finally {
                client.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw trouble("was not waited for", e);
        } catch (IOException e) {
            throw trouble(
                    "does not answer (" + e.getClass().getSimpleName() + "); check that it runs and can be reached", e);
        }
    }

    private void requireGranted(int status) throws KeyException {
        switch (status) {
            case 200 -> {}
            case 401, 403 ->
                throw trouble("refuses the token (status " + status + "); check reporting.key-service-token", null);
            case 404 -> throw trouble("knows no such address (status 404); check reporting.master-key", null);
            default -> throw trouble("answers with status " + status + "; look at its own log", null);
        }
    }

    private byte[] keyIn(byte[] body) throws KeyException {
        try {
            JsonNode key = JSON.readTree(body).path("key");
            if (key.isTextual() && !key.asText().isEmpty()) {
                return Base64.getDecoder().decode(key.asText());
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // Falls through: the exception's message may hold a piece of the key.
        } catch (IOException e) {
            throw trouble("was cut short", e);
        }
        throw trouble("answers with something else than {\"key\": \"BASE64\"}", null);
    }

    private KeyException trouble(String what, @org.jspecify.annotations.Nullable Throwable cause) {
        String message = "The key service at " + address + " " + what + ".";
        return cause == null ? new KeyException(message) : new KeyException(message, cause);
    }

    private static boolean isSafe(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || (scheme.equals("http") && isThisMachine(address.getHost()));
    }

    private static boolean isThisMachine(String host) {
        try {
            return host.equals("localhost")
                    || (host.matches("[0-9.]+|\\[.*]")
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
