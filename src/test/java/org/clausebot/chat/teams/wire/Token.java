package org.clausebot.chat.teams.wire;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A token as Microsoft makes them, and every wrong one. */
public final class Token {
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private JWSAlgorithm algorithm = JWSAlgorithm.RS256;
    private RSAKey key;
    private String keyId;

    private Token(RSAKey key) {
        this.key = key;
        this.keyId = key.getKeyID();
    }

    /** One that is right. */
    public static Token of(StandInTeams teams, Instant now) {
        Token token = new Token(teams.signing());
        token.claims.put("iss", StandInTeams.ISSUER);
        token.claims.put("aud", StandInTeams.APP);
        token.claims.put("serviceurl", teams.service());
        token.claims.put("nbf", Date.from(now.minus(Duration.ofMinutes(1))));
        token.claims.put("exp", Date.from(now.plus(Duration.ofMinutes(59))));
        return token;
    }

    Token claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    Token without(String name) {
        claims.remove(name);
        return this;
    }

    Token algorithm(JWSAlgorithm another) {
        algorithm = another;
        return this;
    }

    /** Signed with another key, under whichever name. */
    Token key(RSAKey another, String name) {
        key = another;
        keyId = name;
        return this;
    }

    Token withoutKeyName() {
        keyId = "";
        return this;
    }

    private JWTClaimsSet set() {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        return set.build();
    }

    public String bearer() {
        try {
            JWSHeader.Builder header = new JWSHeader.Builder(algorithm);
            SignedJWT jwt = new SignedJWT((keyId.isEmpty() ? header : header.keyID(keyId)).build(), set());
            jwt.sign(signer());
            return "Bearer " + jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWSSigner signer() throws JOSEException {
        // The old trick: the public key, which everybody knows, as the secret of a symmetric signature.
        return JWSAlgorithm.Family.HMAC_SHA.contains(algorithm)
                ? new MACSigner(key.toPublicJWK().toJSONString())
                : new RSASSASigner(key);
    }

    /** Signed by nobody. */
    String none() {
        return "Bearer " + new PlainJWT(set()).serialize();
    }

    /** With one letter of its signature or its claims another. */
    String altered(UnaryOperator<String> change) {
        return "Bearer " + change.apply(bearer().substring("Bearer ".length()));
    }
}
