package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clausebot.policy.Sha256;

/** The tokens with which this bot speaks: fetched from Entra when needed, and kept until shortly before they end. */
final class EntraTokens implements AutoCloseable {
    /** A token is not used in its last minutes, so that it does not end on the way. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final Duration ASSERTED = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("AADSTS\\d{1,9}");

    private final URI endpoint;
    private final String appId;
    private final Credential credential;
    private final String scope;
    private final Duration patience;
    private final Clock clock;
    private final HttpClient client;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Held held = new Held("", Instant.EPOCH);

    private record Held(String token, Instant until) {}

    /**
     * @param scope what the tokens are for
     * @param patience how long one fetch may take
     */
    EntraTokens(URI endpoint, String appId, Credential credential, String scope, Duration patience, Clock clock) {
        this.endpoint = endpoint;
        this.appId = appId;
        this.credential = credential;
        this.scope = scope;
        this.patience = patience;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                // What is posted holds the secret: it goes to the address of the settings and to no other.
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** One that is good for some minutes; waits for Entra where none is. */
    String token() throws NoTokenException {
        Held now = held;
        if (clock.instant().isBefore(now.until())) {
            return now.token();
        }
        fetching.lock();
        try {
            // Another may have fetched one meanwhile.
            if (!clock.instant().isBefore(held.until())) {
                held = fetch();
            }
            return held.token();
        } finally {
            fetching.unlock();
        }
    }

    /** Microsoft did not take {@code token} any more: the next call fetches another. */
    void forget(String token) {
        fetching.lock();
        try {
            if (held.token().equals(token)) {
                held = new Held("", Instant.EPOCH);
            }
        } finally {
            fetching.unlock();
        }
    }

    private Held fetch() throws NoTokenException {
        Instant asked = clock.instant();
        try {
            HttpResponse<String> answer = client.send(request(asked), BodyHandlers.ofString());
            JsonNode body = JSON.readTree(answer.body());
            String token = body.path("access_token").asText("");
            if (answer.statusCode() == 200 && !token.isEmpty()) {
                Duration life = Duration.ofSeconds(body.path("expires_in").asLong(0));
                return new Held(token, asked.plus(life).minus(MARGIN));
            }
            throw new NoTokenException(refusal(answer.statusCode(), body));
        } catch (NoTokenException e) {
            throw e;
        } catch (IOException e) {
            throw new NoTokenException("Entra cannot be reached at " + endpoint + " ("
                    + e.getClass().getSimpleName()
                    + "). Check this computer's way out, its proxy and MICROSOFT_TOKEN_URL.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoTokenException("Stopped while waiting for a token");
        } catch (GeneralSecurityException | JOSEException e) {
            throw new NoTokenException(
                    "The certificate's key cannot sign (" + e.getClass().getSimpleName() + "). Make another one.");
        }
    }

    private HttpRequest request(Instant now) throws GeneralSecurityException, JOSEException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", appId);
        form.put("scope", scope);
        switch (credential) {
            case Credential.Secret secret -> form.put("client_secret", secret.value());
            case Credential.Certificate certificate -> {
                form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
                form.put("client_assertion", assertion(certificate, now));
            }
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(endpoint)
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** RFC 7523, in the form that Entra asks for: PS256, the certificate named by its SHA-256. */
    private String assertion(Credential.Certificate certificate, Instant now)
            throws GeneralSecurityException, JOSEException {
        byte[] thumbprint = Sha256.of(certificate.certificate().getEncoded());
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.PS256)
                        .x509CertSHA256Thumbprint(Base64URL.encode(thumbprint))
                        .build(),
                new JWTClaimsSet.Builder()
                        .audience(endpoint.toString())
                        .issuer(appId)
                        .subject(appId)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .notBeforeTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(ASSERTED)))
                        .build());
        jwt.sign(new RSASSASigner(certificate.key()));
        return jwt.serialize();
    }

    /** Entra's own words name the app and the request; its code says enough. */
    private static String refusal(int status, JsonNode body) {
        Matcher coded = CODE.matcher(body.path("error_description").asText(""));
        Optional<String> code = coded.find() ? Optional.of(coded.group()) : Optional.empty();
        return "Entra gives no token (" + code.orElse("status " + status) + "). "
                + switch (code.orElse("")) {
                    case "AADSTS7000215" ->
                        "MICROSOFT_APP_PASSWORD is not a secret of this app; it is the secret's Value, not its id.";
                    case "AADSTS7000222" -> "The client secret has ended: make a new one in Entra.";
                    case "AADSTS700016" -> "MICROSOFT_APP_ID is no app of the tenant MICROSOFT_APP_TENANT_ID.";
                    case "AADSTS90002", "AADSTS900023" -> "MICROSOFT_APP_TENANT_ID is no tenant.";
                    case "AADSTS700027" -> "The certificate is not one that was uploaded to the app in Entra.";
                    default -> "docs/teams.md says what the commonest codes mean.";
                };
    }

    @Override
    public void close() {
        client.close();
    }
}
