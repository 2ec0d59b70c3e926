package org.clausebot.chat.slack.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks Slack whether the settings are good, before anybody relies on them. Nothing is sent to any person. */
public final class SlackCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CHALLENGE = "clausebot-doctor";

    private SlackCheck() {}

    /**
     * What was found.
     *
     * @param well what is good, as the end of a sentence
     * @param wrong what is not, with what to do; a sentence each
     */
    public record Found(List<String> well, List<String> wrong) {
        public Found {
            well = List.copyOf(well);
            wrong = List.copyOf(wrong);
        }
    }

    /** Asks; takes half a minute at most. */
    public static Found of(SlackSettings settings, Clock clock) {
        List<String> well = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        config.setStatsEnabled(false);
        config.getHttpClientResponseHandlers().clear();
        config.setHttpClientCallTimeoutMillis((int) PATIENCE.toMillis());
        try (Slack slack = Slack.getInstance(config)) {
            if (settings.botToken().isSet()) {
                bot(slack, settings, well, wrong);
            }
            if (settings.socket()) {
                socket(slack, settings, well, wrong);
            }
            if (settings.http()) {
                address(settings, clock, well, wrong);
            }
        } catch (Exception e) {
            wrong.add("Slack cannot be reached at " + settings.api() + " (" + e.getClass().getSimpleName()
                    + "); check the network, a proxy, or SLACK_API_URL");
        }
        return new Found(well, wrong);
    }

    private static void bot(Slack slack, SlackSettings settings, List<String> well, List<String> wrong)
            throws IOException, SlackApiException {
        AuthTestResponse answer =
                slack.methods(settings.botToken().value()).authTest(request -> request);
        if (!answer.isOk()) {
            wrong.add("Slack does not take the bot token (" + code(answer.getError())
                    + "); copy it again from \"Install App\"");
            return;
        }
        well.add("the bot token is good in the workspace " + answer.getTeam());
        Set<String> given = scopes(answer.getHttpResponseHeaders());
        List<String> missing = Manifest.Scope.codes().stream()
                .filter(scope -> !given.contains(scope))
                .toList();
        if (!missing.isEmpty()) {
            wrong.add("the app lacks " + String.join(", ", missing)
                    + "; paste the manifest of `./clausebot slack manifest` again and install the app anew");
        }
        List<String> more = given.stream()
                .filter(scope -> !Manifest.Scope.codes().contains(scope))
                .sorted()
                .toList();
        if (!more.isEmpty()) {
            wrong.add("the app may do more than it needs (" + String.join(", ", more) + "); take these rights away");
        }
    }

    private static Set<String> scopes(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> "x-oauth-scopes".equalsIgnoreCase(header.getKey()))
                .flatMap(header -> header.getValue().stream())
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toSet());
    }

    private static void socket(Slack slack, SlackSettings settings, List<String> well, List<String> wrong)
            throws IOException, SlackApiException {
        var answer = slack.methods(settings.appToken().value()).appsConnectionsOpen(request -> request);
        if (answer.isOk()) {
            well.add("Socket Mode can be opened");
        } else {
            wrong.add("Slack does not open Socket Mode (" + code(answer.getError())
                    + "); the app token needs connections:write, and Socket Mode must be on in the app's settings");
        }
    }

    /** As Slack asks when the address is set: it must answer with the challenge, whoever stands between. */
    private static void address(SlackSettings settings, Clock clock, List<String> well, List<String> wrong) {
        if (settings.base().isEmpty()) {
            wrong.add("http.address is not set, so it cannot be tried whether Slack reaches this program");
            return;
        }
        URI events = settings.base().get().resolve(SlackConnection.EVENTS);
        String body = "{\"type\":\"url_verification\",\"token\":\"\",\"challenge\":\"" + CHALLENGE + "\"}";
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            String time = Long.toString(clock.instant().getEpochSecond());
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(events)
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .header("X-Slack-Request-Timestamp", time)
                            .header(
                                    "X-Slack-Signature",
                                    new Signatures(settings.signingSecret(), clock)
                                            .sign(time, body.getBytes(StandardCharsets.UTF_8)))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200 && challenge(answer.body()).equals(CHALLENGE)) {
                well.add(events + " answers");
            } else {
                wrong.add(events + " does not answer as it should (status " + answer.statusCode()
                        + "); start ./clausebot serve with these settings, and let the proxy pass /slack/events on"
                        + " unchanged");
            }
        } catch (IOException | IllegalArgumentException e) {
            wrong.add(events + " cannot be reached from here (" + e.getClass().getSimpleName()
                    + "); start ./clausebot serve, and check the name, the certificate and the proxy");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String challenge(String body) {
        try {
            if (JsonParser.parseString(body) instanceof JsonObject answer && answer.has("challenge")) {
                return answer.get("challenge").getAsString();
            }
            return body.strip();
        } catch (JsonParseException e) {
            return body.strip();
        }
    }

    /** Slack's codes are words with underscores; anything else is not repeated. */
    private static String code(@Nullable String error) {
        return error != null && error.matches("[a-z0-9_]{1,60}") ? error : "error";
    }
}
