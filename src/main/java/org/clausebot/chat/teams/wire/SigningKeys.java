package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that Microsoft signs with, as it publishes them: fetched when needed, again each day, and when something is signed
 * with a key that is not known, but then not more often than once a minute, because anybody can name a key.
 */
final class SigningKeys implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FRESH = Duration.ofDays(1);
    /** Without Microsoft's word the last keys serve for so long. */
    private static final Duration USABLE = Duration.ofDays(5);

    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int LEAST_BITS = 2048;

    private final URI metadata;
    private final String issuer;
    private final Duration patience;
    private final Clock clock;
    private final HttpClient client;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Published published = new Published(Map.of(), Instant.MIN);
    private volatile Instant tried = Instant.MIN;

    private record Published(Map<String, Key> keys, Instant at) {
        boolean isWithin(Duration age, Instant now) {
            return !at.equals(Instant.MIN) && at.plus(age).isAfter(now);
        }
    }

    /** @param endorsements the channels that it may sign for, such as {@code msteams} */
    record Key(RSAPublicKey key, Set<String> endorsements) {
        Key {
            endorsements = Set.copyOf(endorsements);
        }
    }

    /** Microsoft's keys are not known, so that nothing can be proved now. */
    static final class UnknownException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    SigningKeys(TeamsSettings settings, Duration patience, Clock clock) {
        this.metadata = settings.metadata();
        this.issuer = settings.issuer();
        this.patience = patience;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @throws UnknownException when no keys at all are known */
    Optional<Key> of(String id) throws UnknownException {
        Key known =
                published.isWithin(FRESH, clock.instant()) ? published.keys().get(id) : null;
        if (known != null) {
            return Optional.of(known);
        }
        refresh(id);
        if (!published.isWithin(USABLE, clock.instant())) {
            throw new UnknownException();
        }
        return Optional.ofNullable(published.keys().get(id));
    }

    private void refresh(String id) {
        fetching.lock();
        try {
            Instant now = clock.instant();
            boolean another = published.isWithin(FRESH, now) && published.keys().containsKey(id);
            boolean soon = !tried.equals(Instant.MIN) && tried.plus(BETWEEN).isAfter(now);
            if (another || soon) {
                return;
            }
            tried = now;
            published = new Published(fetch(), now);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn(
                    "Microsoft's keys could not be fetched from {}: {}",
                    metadata,
                    e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            fetching.unlock();
        }
    }

    private Map<String, Key> fetch() throws IOException, InterruptedException {
        JsonNode about = read(metadata);
        if (!about.path("issuer").asText("").equals(issuer)) {
            throw new IOException("of another issuer");
        }
        URI address = URI.create(about.path("jwks_uri").asText(""));
        if (!TeamsSettings.isSafe(address)) {
            throw new IOException("keys at an unsafe address");
        }
        Map<String, Key> keys = new HashMap<>();
        for (JsonNode one : read(address).path("keys")) {
            key(one).ifPresent(key -> keys.put(one.path("kid").asText(""), key));
        }
        if (keys.isEmpty()) {
            throw new IOException("no keys");
        }
        return keys;
    }

    /** Empty for a key of a kind that is not used here. */
    private static Optional<Key> key(JsonNode one) {
        if (!one.path("kty").asText("").equals("RSA")
                || one.path("kid").asText("").isEmpty()) {
            return Optional.empty();
        }
        try {
            RSAPublicKey key = RSAKey.parse(one.toString()).toRSAPublicKey();
            Set<String> endorsements = StreamSupport.stream(
                            one.path("endorsements").spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.toSet());
            return key.getModulus().bitLength() < LEAST_BITS
                    ? Optional.empty()
                    : Optional.of(new Key(key, endorsements));
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private JsonNode read(URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(address).timeout(patience).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
