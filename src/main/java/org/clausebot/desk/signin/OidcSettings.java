package org.clausebot.desk.signin;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * The school's identity provider (OpenID Connect).
 *
 * @param issuer exactly as it stands in tokens, such as {@code https://login.microsoftonline.com/TENANT/v2.0} or {@code
 *     https://accounts.google.com}
 * @param clientId as the provider gave it
 * @param clientSecret as the provider gave it
 * @param kind which rules of whom to believe hold
 * @param home the only tenant (Entra, a UUID) or the only hosted domain (Google) whose people are let in
 */
public record OidcSettings(URI issuer, String clientId, String clientSecret, Kind kind, String home) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Which provider it is. */
    public enum Kind {
        /** Microsoft Entra. */
        ENTRA,
        /** Google Workspace. */
        GOOGLE
    }

    /** @throws IllegalArgumentException with what to do, when these settings would let strangers in */
    public OidcSettings {
        home = home.strip().toLowerCase(Locale.ROOT);
        if (!isSafe(issuer)) {
            throw new IllegalArgumentException("desk.oidc.issuer must be an https address");
        }
        if (clientId.isBlank() || clientSecret.isBlank()) {
            throw new IllegalArgumentException("desk.oidc.client-id and desk.oidc.client-secret must both be set");
        }
        if (kind == Kind.ENTRA && !home.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new IllegalArgumentException(
                    "desk.oidc.tenant must be the school's own tenant id, a UUID: with \"common\""
                            + " or \"organizations\" anybody's account would be believed");
        }
        if (kind == Kind.GOOGLE && !home.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
            throw new IllegalArgumentException(
                    "desk.oidc.hosted-domain must be the school's own domain, such as" + " oakfield.example");
        }
    }

    /**
     * Settings as they are written, all of them empty for no provider: the one of {@code tenant} and {@code hostedDomain}
     * that is set says which provider it is.
     *
     * @throws IllegalArgumentException when they do not fit together
     */
    public static OidcSettings of(
            String issuer, String clientId, String clientSecret, String tenant, String hostedDomain) {
        if (tenant.isBlank() == hostedDomain.isBlank()) {
            throw new IllegalArgumentException(
                    "Set desk.oidc.tenant for Microsoft Entra, or desk.oidc.hosted-domain for"
                            + " Google, and not both");
        }
        Kind kind = tenant.isBlank() ? Kind.GOOGLE : Kind.ENTRA;
        return new OidcSettings(
                URI.create(issuer.strip()), clientId.strip(), clientSecret.strip(), kind, tenant + hostedDomain);
    }

    /** As people call it. */
    String name() {
        return switch (kind) {
            case ENTRA -> "Microsoft";
            case GOOGLE -> "Google";
        };
    }

    /** Encrypted on its way, or not leaving this computer. */
    static boolean isSafe(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && LOOPBACK.contains(host)));
    }

    /** Never prints the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + kind + ", " + home + "]";
    }
}
