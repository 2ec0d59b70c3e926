package org.clausebot.chat.slack.wire;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Asks Slack whether the tokens are good and hold what the app needs; for whoever sets it up. */
public final class SlackCheck {
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
    public static Findings of(SlackSettings settings, List<String> scopes) {
        List<String> good = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (Slack slack = Slack.getInstance(SlackConnection.config(settings, Tuning.usual()))) {
            if (settings.botToken().isSet()) {
                bot(slack, settings, scopes, good, problems);
            }
            if (settings.socket()) {
                socket(slack, settings, good, problems);
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

    private static String unreachable(SlackSettings settings, IOException e) {
        return "Slack cannot be reached at " + settings.api() + " ("
                + e.getClass().getSimpleName() + "). Check this computer's way out, its proxy and SLACK_API_URL.";
    }
}
