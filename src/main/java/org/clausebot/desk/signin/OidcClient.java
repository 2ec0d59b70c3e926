package org.clausebot.desk.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the school's identity provider who somebody is: authorization code with PKCE, a state bound to the browser, and a
 * nonce in a token that is signed with RS256 and checked in all its parts (OpenID Connect Core 3.1).
 */
final class OidcClient {
    static final String RETURN = "/desk/oidc/return";
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST_UNDERWAY = 1_000;
    private static final int TIMEOUT_MILLIS = 5_000;

    private final OidcSettings settings;
    private final Supplier<URI> base;
    private final Clock clock;
    private final Map<String, Underway> underway = new LinkedHashMap<>();
    private @Nullable Provider provider;

    OidcClient(OidcSettings settings, Supplier<URI> base, Clock clock) {
        this.settings = settings;
        this.base = base;
        this.clock = clock;
    }

    /** What was sent away with a browser, and must come back with it. */
    private record Underway(
            String ticket, Nonce nonce, CodeVerifier verifier, Optional<String> invitation, Instant expires) {}

    private record Provider(OIDCProviderMetadata metadata, IdTokens tokens) {}

    /** Where to send the browser, and the ticket to leave with it. */
    record Begun(URI address, String ticket) {}

    /** Who the provider says it is. */
    record Answer(JWTClaimsSet claims, Optional<String> invitation) {}

    /** The provider's answer is not to be believed, or it cannot be asked. Says why, and nothing of what was sent. */
    static final class OidcException extends Exception {
        private static final long serialVersionUID = 1L;

        OidcException(String why) {
            super(why);
        }
    }

    /** @param invitation the token of an invitation that is being accepted; empty for a sign-in */
    Begun begin(Optional<String> invitation) throws OidcException {
        Provider asked = provider();
        String state = Tokens.fresh();
        Underway one = new Underway(
                Tokens.fresh(),
                new Nonce(Tokens.fresh()),
                new CodeVerifier(),
                invitation,
                clock.instant().plus(LIFE));
        synchronized (underway) {
            underway.values().removeIf(u -> !clock.instant().isBefore(u.expires()));
            if (underway.size() >= MOST_UNDERWAY) {
                underway.remove(underway.keySet().iterator().next());
            }
            underway.put(state, one);
        }
        URI address = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "email", "profile"),
                        new ClientID(settings.clientId()),
                        base.get().resolve(RETURN))
                .endpointURI(asked.metadata().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(one.nonce())
                .codeChallenge(one.verifier(), CodeChallengeMethod.S256)
                .customParameter("prompt", "select_account")
                .build()
                .toURI();
        return new Begun(address, one.ticket());
    }

    /**
     * @param query what the provider sent back with the browser
     * @param ticket what this browser was left with
     */
    Answer finish(Map<String, String> query, Optional<String> ticket) throws OidcException {
        Underway one;
        synchronized (underway) {
            one = underway.remove(query.getOrDefault("state", ""));
        }
        if (one == null || !clock.instant().isBefore(one.expires())) {
            throw new OidcException("the state is not ours, was used, or is too old");
        }
        if (ticket.filter(t -> same(t, one.ticket())).isEmpty()) {
            throw new OidcException("the answer came with another browser");
        }
        // RFC 9207: where the provider names itself in the answer, it must be the one that was asked.
        if (!query.getOrDefault("iss", settings.issuer().toString())
                .equals(settings.issuer().toString())) {
            throw new OidcException("the answer is of another issuer");
        }
        String code = query.getOrDefault("code", "");
        if (code.isEmpty() || query.containsKey("error")) {
            throw new OidcException("the provider refused");
        }
        return new Answer(exchange(code, one), one.invitation());
    }

    private JWTClaimsSet exchange(String code, Underway one) throws OidcException {
        Provider asked = provider();
        HTTPRequest request = new TokenRequest.Builder(
                        asked.metadata().getTokenEndpointURI(),
                        new ClientSecretPost(new ClientID(settings.clientId()), new Secret(settings.clientSecret())),
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(code), base.get().resolve(RETURN), one.verifier()))
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(TIMEOUT_MILLIS);
        request.setReadTimeout(TIMEOUT_MILLIS);
        request.setFollowRedirects(false);
        try {
            OIDCTokenResponse response = OIDCTokenResponse.parse(request.send());
            return asked.tokens().check(response.getOIDCTokens().getIDToken(), one.nonce());
        } catch (IOException e) {
            throw new OidcException("the provider does not answer");
        } catch (ParseException e) {
            throw new OidcException("the provider gave no token");
        } catch (BadJOSEException | JOSEException e) {
            throw new OidcException("the token is not to be believed");
        }
    }

    /** Found by discovery on first use, so that a provider that is down does not keep the program from starting. */
    private synchronized Provider provider() throws OidcException {
        if (provider == null) {
            try {
                OIDCProviderMetadata found =
                        OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
                for (URI endpoint : new URI[] {
                    found.getAuthorizationEndpointURI(), found.getTokenEndpointURI(), found.getJWKSetURI()
                }) {
                    if (endpoint == null || !OidcSettings.isSafe(endpoint)) {
                        throw new OidcException("the provider names an address that is not encrypted");
                    }
                }
                provider = new Provider(
                        found, IdTokens.of(settings, found.getJWKSetURI().toURL(), clock));
            } catch (GeneralException | IOException e) {
                throw new OidcException("the provider cannot be found");
            }
        }
        return provider;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
