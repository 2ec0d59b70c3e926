package org.clausebot.chat.teams.wire;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a request comes from Microsoft's connector and is for this bot, before anything else looks at it. What Microsoft's
 * SDK checks is not relied on: it drops the result of checking the claims, so that tokens pass with it which other bots were
 * given. The rules are those of Microsoft's "Authenticate requests from the Bot Connector service", RFC 7519 and RFC 8725.
 */
final class Proof {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int LONGEST = 16 * 1024;
    private static final String BEARER = "bearer ";

    private final String appId;
    private final String issuer;
    private final SigningKeys keys;
    private final Clock clock;

    Proof(TeamsSettings settings, SigningKeys keys, Clock clock) {
        this.appId = settings.appId();
        this.issuer = settings.issuer();
        this.keys = keys;
        this.clock = clock;
    }

    /** What a header proves. */
    sealed interface Verdict {
        /**
         * @param service the address that the request says answers go to must be this
         * @param endorsements the channels that it may be of
         */
        record Proved(String service, Set<String> endorsements) implements Verdict {
            public Proved {
                endorsements = Set.copyOf(endorsements);
            }
        }

        /** @param why one word, for the metric */
        record Refused(String why) implements Verdict {}

        /** It cannot be said now: Microsoft's keys are not to be had. */
        record Unknown() implements Verdict {}
    }

    /** @param authorization the request's header of that name; null where it has none */
    Verdict of(@Nullable String authorization) {
        if (authorization == null
                || authorization.length() > LONGEST
                || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return new Verdict.Refused("unsigned");
        }
        try {
            SignedJWT token =
                    SignedJWT.parse(authorization.substring(BEARER.length()).strip());
            return of(token);
        } catch (ParseException | IllegalArgumentException e) {
            return new Verdict.Refused("token");
        } catch (SigningKeys.UnknownException e) {
            return new Verdict.Unknown();
        }
    }

    private Verdict of(SignedJWT token) throws ParseException, SigningKeys.UnknownException {
        String id = token.getHeader().getKeyID();
        if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm()) || id == null || id.isEmpty()) {
            return new Verdict.Refused("algorithm");
        }
        JWTClaimsSet claims = token.getJWTClaimsSet();
        // Looked at before the signature only to refuse: it spares asking Microsoft for keys of others' tokens.
        if (claims == null || !issuer.equals(claims.getIssuer())) {
            return new Verdict.Refused("issuer");
        }
        SigningKeys.Key key = keys.of(id).orElse(null);
        if (key == null) {
            return new Verdict.Refused("key");
        }
        if (!isSignedWith(key, token)) {
            return new Verdict.Refused("signature");
        }
        if (!List.of(appId).equals(claims.getAudience())) {
            return new Verdict.Refused("audience");
        }
        if (!isInTime(claims)) {
            return new Verdict.Refused("expired");
        }
        String service = claims.getStringClaim("serviceurl");
        return service == null || service.isEmpty()
                ? new Verdict.Refused("service")
                : new Verdict.Proved(service, key.endorsements());
    }

    private static boolean isSignedWith(SigningKeys.Key key, SignedJWT token) {
        try {
            return token.verify(new RSASSAVerifier(key.key()));
        } catch (JOSEException | IllegalStateException e) {
            return false;
        }
    }

    private boolean isInTime(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date ends = claims.getExpirationTime();
        Date begins = claims.getNotBeforeTime();
        return ends != null
                && ends.toInstant().plus(SKEW).isAfter(now)
                && (begins == null || !begins.toInstant().minus(SKEW).isAfter(now));
    }
}
