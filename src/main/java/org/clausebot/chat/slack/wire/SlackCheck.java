package org.clausebot.chat.slack.wire;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Asks Slack whether the tokens are good and hold what the app needs, and this server's address whether Slack would be
 * answered there; for whoever sets it up. Nothing is sent to any person.
 */
public final class SlackCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CHALLENGE = "clausebot-doctor";

    private SlackCheck() {}

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

    /** @param scopes what the app needs, such as {@code chat:write} */
    public static Findings of(SlackSettings settings, List<String> scopes, Clock clock) {
        List<String> good = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (Slack slack = Slack.getInstance(SlackConnection.config(settings, Tuning.usual()))) {
            if (settings.botToken().isSet()) {
                bot(slack, settings, scopes, good, problems);
            }
            if (settings.socket()) {
                socket(slack, settings, good, problems);
            }
            if (settings.http()) {
                address(settings, clock, good, problems);
            }
        } catch (Exception e) {
            problems.add("Slack's client did not close cleanly (" + e.getClass().getSimpleName() + ").");
        }
        return new Findings(good, problems);
    }

    private static void bot(
            Slack slack, SlackSettings settings, List<String> scopes, List<String> good, List<String> problems) {
        try {
            AuthTestResponse answer = slack.methods(settings.botToken().value()).authTest(r -> r);
            if (!answer.isOk()) {
                problems.add("Slack does not take SLACK_BOT_TOKEN (" + answer.getError()
                        + "). Copy the bot token (xoxb-…) from OAuth & Permissions again.");
                return;
            }
            good.add("The bot token is that of " + answer.getUser() + " in the workspace " + answer.getTeam() + " ("
                    + answer.getTeamId() + ").");
            TreeSet<String> missing = new TreeSet<>(scopes);
            missing.removeAll(granted(answer));
            if (!missing.isEmpty()) {
                problems.add("The bot token lacks the scopes " + String.join(", ", missing)
                        + ". Add them under OAuth & Permissions and install the app again.");
            }
            TreeSet<String> more = new TreeSet<>(granted(answer));
            more.removeAll(scopes);
            if (!more.isEmpty()) {
                problems.add("The bot token may do more than it needs (" + String.join(", ", more)
                        + "). Take these scopes away under OAuth & Permissions and install the app again.");
            }
        } catch (IOException e) {
            problems.add(unreachable(settings, e));
        } catch (SlackApiException e) {
            problems.add(
                    "Slack answered auth.test with status " + e.getResponse().code() + ". Try again shortly.");
        }
    }

    private static List<String> granted(AuthTestResponse answer) {
        return Optional.ofNullable(answer.getHttpResponseHeaders())
                .map(headers -> headers.getOrDefault("x-oauth-scopes", List.of()))
                .orElse(List.of())
                .stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static void socket(Slack slack, SlackSettings settings, List<String> good, List<String> problems) {
        try {
            AppsConnectionsOpenResponse answer =
                    slack.methods(settings.appToken().value()).appsConnectionsOpen(r -> r);
            if (answer.isOk()) {
                good.add("Slack offers a connection by Socket Mode.");
            } else {
                problems.add(
                        "Slack does not take SLACK_APP_TOKEN (" + answer.getError()
                                + "). Make an app-level token (xapp-…) with the scope connections:write, and turn Socket Mode on.");
            }
        } catch (IOException e) {
            problems.add(unreachable(settings, e));
        } catch (SlackApiException e) {
            problems.add("Slack answered apps.connections.open with status "
                    + e.getResponse().code() + ". Try again shortly.");
        }
    }

    /** As Slack asks when the address is set: it must answer with the challenge, whoever stands between. */
    private static void address(SlackSettings settings, Clock clock, List<String> good, List<String> problems) {
        if (settings.base().isEmpty()) {
            problems.add("http.address is not set, so it cannot be tried whether Slack reaches this server.");
            return;
        }
        URI events = settings.base().get().resolve(SlackConnection.EVENTS);
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(asked(settings, events, clock), BodyHandlers.ofString());
            if (answer.statusCode() == 200 && answer.body().contains(CHALLENGE)) {
                good.add(events + " answers.");
            } else {
                problems.add(events + " does not answer as it should (status " + answer.statusCode()
                        + "). Start ./clausebot serve with these settings, and let the proxy pass /slack/events on"
                        + " unchanged.");
            }
        } catch (IOException e) {
            problems.add(
                    events + " cannot be reached from here (" + e.getClass().getSimpleName()
                            + "). Start ./clausebot serve, and check the name, the certificate and the proxy.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest asked(SlackSettings settings, URI events, Clock clock) {
        String body = "{\"type\":\"url_verification\",\"token\":\"\",\"challenge\":\"" + CHALLENGE + "\"}";
        String time = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(events)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Slack-Request-Timestamp", time)
                .header(
                        "X-Slack-Signature",
                        new Signatures(settings.signingSecret(), clock)
                                .sign(time, body.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String unreachable(SlackSettings settings, IOException e) {
        return "Slack cannot be reached at " + settings.api() + " ("
                + e.getClass().getSimpleName() + "). Check this computer's way out, its proxy and SLACK_API_URL.";
    }
}
