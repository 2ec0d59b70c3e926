package org.clausebot.app;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How Slack is reached.
 *
 * @param signingSecret proves that a request is Slack's; empty with {@link Transport#SOCKET}
 * @param botToken of the one workspace; empty where workspaces install it themselves
 * @param appToken opens the socket; empty with {@link Transport#HTTP}
 * @param clientId of the app, for installing; empty with a bot token
 * @param workspaces ids of the workspaces or organisations that are the school's; empty means the bot token's own
 * @param api the base address of Slack's Web API
 */
record SlackConfig(
        Secret signingSecret,
        Secret botToken,
        Secret appToken,
        String clientId,
        Secret clientSecret,
        Set<String> workspaces,
        URI api) {
    SlackConfig {
        workspaces = Set.copyOf(workspaces);
    }

    /** Which way requests come. */
    enum Transport {
        /** Slack sends each to {@code /slack/events}. */
        HTTP,
        /** The program keeps a connection to Slack open. */
        SOCKET
    }

    Transport transport() {
        return appToken.isSet() ? Transport.SOCKET : Transport.HTTP;
    }

    /**
     * @return empty when nothing of Slack is set
     * @throws SettingsException when some of what belongs together is missing, naming it
     */
    static Optional<SlackConfig> of(Settings settings) throws SettingsException {
        Secret signing = settings.secret("slack.signing-secret");
        Secret bot = settings.secret("slack.bot-token");
        Secret app = settings.secret("slack.app-token");
        String client = settings.text("slack.client-id");
        Secret clientSecret = settings.secret("slack.client-secret");
        Set<String> workspaces = Set.copyOf(settings.list("slack.workspaces"));
        if (!signing.isSet() && !bot.isSet() && !app.isSet() && client.isEmpty() && !clientSecret.isSet()) {
            return Optional.empty();
        }
        require(
                signing.isSet() || app.isSet(),
                "SLACK_SIGNING_SECRET (requests come to http.address) or SLACK_APP_TOKEN (Socket Mode)");
        require(client.isEmpty() != clientSecret.isSet(), "both SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, or neither");
        require(bot.isSet() || !client.isEmpty(), "SLACK_BOT_TOKEN, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET");
        require(
                client.isEmpty() || signing.isSet(),
                "SLACK_SIGNING_SECRET, since installing needs the program's own address");
        require(client.isEmpty() || !workspaces.isEmpty(), "slack.workspaces: without it anybody could install it");
        require(
                client.isEmpty() || !settings.text("http.address").isEmpty(),
                "http.address, the program's public address: workspaces install it there");
        begins(settings, "slack.bot-token", List.of("xoxb-", "xoxe.xoxb-"));
        begins(settings, "slack.app-token", List.of("xapp-"));
        return Optional.of(new SlackConfig(signing, bot, app, client, clientSecret, workspaces, api(settings)));
    }

    private static void require(boolean holds, String what) throws SettingsException {
        if (!holds) {
            throw new SettingsException(
                    "Slack is half set up; it also needs " + what + ". docs/slack.md leads through it");
        }
    }

    /** The commonest mistake is to put one token where another belongs. */
    private static void begins(Settings settings, String key, List<String> ways) throws SettingsException {
        String value = settings.text(key);
        if (!value.isEmpty() && ways.stream().noneMatch(value::startsWith)) {
            throw new SettingsException(settings.origin(key) + ": " + key + " must begin with " + ways.getFirst()
                    + "; another of Slack's secrets seems to stand there");
        }
    }

    private static URI api(Settings settings) throws SettingsException {
        String words = settings.text("slack.api-url");
        try {
            URI api = URI.create(words.endsWith("/") ? words : words + "/");
            boolean here = "127.0.0.1".equals(api.getHost()) || "localhost".equals(api.getHost());
            if ("https".equals(api.getScheme()) || (here && "http".equals(api.getScheme()))) {
                return api;
            }
        } catch (IllegalArgumentException e) {
            throw new SettingsException(settings.origin("slack.api-url") + ": slack.api-url is no address", e);
        }
        throw new SettingsException(settings.origin("slack.api-url")
                + ": slack.api-url must begin with https://, since tokens go there; it is \"" + words + "\"");
    }
}
