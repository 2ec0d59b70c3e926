package org.clausebot.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sessions live in a signed cookie, so that a restart signs nobody out and no list of people is kept. A session that was
 * signed out is remembered until it would have expired.
 */
final class Sessions {
    static final Duration LIFE = Duration.ofHours(12);
    private static final String ISSUER = "clausebot";
    private static final String CSRF = "csrf";

    private final byte[] key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> signedOut = new ConcurrentHashMap<>();

    Sessions(byte[] key, Clock clock) {
        this.key = key.clone();
        this.clock = clock;
    }

    /** @param data the data folder; the key is {@code keys/session.key} in it */
    static Sessions in(Path data, Clock clock) throws IOException {
        return new Sessions(
                KeyFile.readOrMake(
                        data.resolve("keys").resolve("session.key"),
                        "the key to people's sessions",
                        "a new one is made, and everybody signs in once more"),
                clock);
    }

    Session begin() {
        return new Session(randomId(), randomId(), clock.instant().plus(LIFE));
    }

    /** The cookie's value. */
    String seal(Session session) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .jwtID(session.id())
                .claim(CSRF, session.csrf())
                .expirationTime(Date.from(session.expires()))
                .build();
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            jwt.sign(new MACSigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The session key cannot sign", e);
        }
    }

    /** The session in a cookie; empty when it is not ours, was altered, has expired or was signed out. */
    Optional<Session> open(String cookie) {
        if (cookie.length() > 1_000) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(cookie);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(new MACVerifier(key))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            String id = claims.getJWTID();
            String csrf = claims.getStringClaim(CSRF);
            Date expires = claims.getExpirationTime();
            if (!ISSUER.equals(claims.getIssuer()) || id == null || csrf == null || expires == null) {
                return Optional.empty();
            }
            Session session = new Session(id, csrf, expires.toInstant());
            boolean alive = clock.instant().isBefore(session.expires()) && !signedOut.containsKey(id);
            return alive ? Optional.of(session) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    void end(Session session) {
        signedOut.values().removeIf(expires -> expires.isBefore(clock.instant()));
        signedOut.put(session.id(), session.expires());
    }

    private String randomId() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
