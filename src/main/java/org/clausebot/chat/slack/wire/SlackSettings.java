package org.clausebot.chat.slack.wire;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.seal.Hidden;

/**
 * How this server and Slack know each other.
 *
 * @param signingSecret Slack signs what it sends by HTTP with it; none without HTTP
 * @param botToken of the one workspace ({@code xoxb-…}); none where workspaces install the app themselves
 * @param appToken opens Socket Mode ({@code xapp-…}); none without it
 * @param clientId with {@code clientSecret}: workspaces may install the app themselves; empty where they may not
 * @param clientSecret see {@code clientId}
 * @param scopes what an installation asks for, such as {@code chat:write}
 * @param api where the Web API is, such as {@code https://slack.com/api/}
 * @param base this server's public address; needed for installations
 */
public record SlackSettings(
        Hidden signingSecret,
        Hidden botToken,
        Hidden appToken,
        String clientId,
        Hidden clientSecret,
        List<String> scopes,
        URI api,
        Optional<URI> base) {
    /** Where Slack's Web API is. */
    public static final URI SLACK = URI.create("https://slack.com/api/");

    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    public SlackSettings {
        scopes = List.copyOf(scopes);
        api = URI.create(api.toString().replaceFirst("/*$", "/"));
        base = base.map(b -> URI.create(b.toString().replaceFirst("/*$", "/")));
        if (!signingSecret.isSet() && !appToken.isSet()) {
            throw new IllegalArgumentException(
                    "Slack needs SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (Socket Mode)");
        }
        if (clientId.isEmpty() == clientSecret.isSet()) {
            throw new IllegalArgumentException(
                    "Slack needs SLACK_CLIENT_ID and SLACK_CLIENT_SECRET together, or neither");
        }
        if (!botToken.isSet() && clientId.isEmpty()) {
            throw new IllegalArgumentException(
                    "Slack needs SLACK_BOT_TOKEN, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET");
        }
        if (!clientId.isEmpty() && (base.isEmpty() || scopes.isEmpty())) {
            throw new IllegalArgumentException(
                    "For installing the app, Slack needs this server's public address and the scopes");
        }
        String host = api.getHost();
        if (host == null || !("https".equals(api.getScheme()) || THIS_COMPUTER.contains(host))) {
            throw new IllegalArgumentException("SLACK_API_URL is an https:// address (http:// on this machine only)");
        }
    }

    /** Whether Slack calls this server by HTTP. */
    boolean http() {
        return signingSecret.isSet();
    }

    /** Whether this server calls Slack by Socket Mode. */
    boolean socket() {
        return appToken.isSet();
    }

    /** Whether workspaces may install the app themselves. */
    boolean installs() {
        return clientSecret.isSet();
    }
}
