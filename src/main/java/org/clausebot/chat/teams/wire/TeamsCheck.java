package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks Microsoft for its keys and for a token, and this server's address whether Microsoft would be answered there; for
 * whoever sets it up. Nothing is sent to any person.
 */
public final class TeamsCheck {
    /** Where Microsoft calls this server. */
    static final String MESSAGES = "/api/messages";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofDays(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TeamsSettings settings;
    private final Clock clock;
    private final List<String> good = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private TeamsCheck(TeamsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param good sentences on what works
     * @param problems sentences on what does not, with what to do; empty when all is well
     */
    public record Findings(List<String> good, List<String> problems) {
        public Findings {
            good = List.copyOf(good);
            problems = List.copyOf(problems);
        }
    }

    /** @param address this server's own, as Microsoft knows it */
    public static Findings of(TeamsSettings settings, URI address, Clock clock) {
        TeamsCheck check = new TeamsCheck(settings, clock);
        check.credential();
        check.token();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            check.metadata(client);
            check.address(client, address);
        }
        return new Findings(check.good, check.problems);
    }

    private void credential() {
        settings.credential().ends().ifPresent(end -> {
            LocalDate day = LocalDate.ofInstant(end, ZoneOffset.UTC);
            Instant now = clock.instant();
            if (now.isAfter(end)) {
                problems.add("The certificate ended on " + day + ". Make another and upload it in Entra.");
            } else if (now.plus(SOON).isAfter(end)) {
                problems.add("The certificate ends on " + day + ". Make another and upload it in Entra beside it.");
            } else {
                good.add("The certificate is good until " + day + ".");
            }
        });
    }

    private void token() {
        try (EntraTokens tokens = new EntraTokens(
                settings.token(), settings.appId(), settings.credential(), settings.scope(), PATIENCE, clock)) {
            tokens.token();
            good.add("Entra gives a token to the app " + settings.appId() + ".");
        } catch (NoTokenException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private void metadata(HttpClient client) {
        try {
            JsonNode published = read(client, settings.metadata());
            if (!published.path("issuer").asText("").equals(settings.issuer())) {
                problems.add(settings.metadata() + " is of another issuer than " + settings.issuer()
                        + ". MICROSOFT_OPENID_METADATA_URL and MICROSOFT_ISSUER must be of one cloud.");
                return;
            }
            URI keys = URI.create(published.path("jwks_uri").asText(""));
            if (!TeamsSettings.isSafe(keys) || read(client, keys).path("keys").isEmpty()) {
                problems.add(settings.metadata() + " leads to no keys. Check MICROSOFT_OPENID_METADATA_URL.");
            } else {
                good.add("Microsoft's keys can be fetched.");
            }
        } catch (IOException | IllegalArgumentException e) {
            problems.add("Microsoft's keys cannot be fetched from " + settings.metadata() + " ("
                    + e.getClass().getSimpleName()
                    + "). Check this computer's way out, its proxy and MICROSOFT_OPENID_METADATA_URL.");
        }
    }

    private static JsonNode read(HttpClient client, URI address) throws IOException {
        HttpResponse<String> answer =
                send(client, HttpRequest.newBuilder(address).timeout(PATIENCE).build());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    /** An unproved request must be turned away by this program, and by nothing that stands before it. */
    private void address(HttpClient client, URI address) {
        URI messages = address.resolve(MESSAGES);
        try {
            int status = send(
                            client,
                            HttpRequest.newBuilder(messages)
                                    .timeout(PATIENCE)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"type\":\"clausebot-doctor\"}"))
                                    .build())
                    .statusCode();
            if (status == 401 || status == 403) {
                good.add(messages + " answers, and turns away what Microsoft did not sign.");
            } else {
                problems.add(messages + " does not answer as it should (status " + status
                        + "). Start ./clausebot serve with these settings, and let the proxy pass " + MESSAGES
                        + " on unchanged.");
            }
        } catch (IOException e) {
            good.add(messages + " was not reached from here; if ./clausebot serve is running, check the name, the"
                    + " certificate and the proxy.");
        }
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
