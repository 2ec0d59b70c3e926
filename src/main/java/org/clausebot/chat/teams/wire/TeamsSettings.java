package org.clausebot.chat.teams.wire;

import java.net.URI;
import java.util.Set;

/**
 * How this server and Microsoft know each other.
 *
 * @param appId of the registration in Entra; never empty
 * @param credential proves to Entra that this is the app
 * @param tenant of the registration
 * @param tenants whose people may use it; never empty
 * @param metadata where the keys are published that requests are signed with
 * @param issuer of those signatures, such as {@code https://api.botframework.com}
 * @param token where a token is fetched for speaking
 */
public record TeamsSettings(
        String appId,
        Credential credential,
        String tenant,
        Set<String> tenants,
        URI metadata,
        String issuer,
        URI token) {
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    public TeamsSettings {
        tenants = Set.copyOf(tenants);
        if (appId.isBlank() || tenant.isBlank() || tenants.isEmpty() || issuer.isBlank()) {
            throw new IllegalArgumentException("Teams needs an app id, a tenant and an issuer: without them nobody's"
                    + " request could be told from a forged one");
        }
        if (!isSafe(metadata) || !isSafe(token)) {
            throw new IllegalArgumentException("Microsoft is reached by https only (http on this machine only)");
        }
    }

    /** What a token is asked for: to speak through the connector of the cloud that the issuer is of. */
    String scope() {
        return issuer + "/.default";
    }

    /** By TLS, or within this machine. */
    public static boolean isSafe(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && THIS_COMPUTER.contains(host)));
    }
}
