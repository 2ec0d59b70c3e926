package org.clausebot.desk.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;

/** Checks identity tokens as OpenID Connect Core 3.1.3.7 says, by the program's own clock. */
final class IdTokens {
    /** RS256 is what both providers sign with; a token without a signature, or with a shared secret's, is none. */
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;

    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final int SKEW_SECONDS = 60;
    private static final int MAX_KEYS_BYTES = 200 * 1024;

    private final DefaultJWTProcessor<SecurityContext> processor;
    private final String clientId;
    private final Clock clock;

    private IdTokens(DefaultJWTProcessor<SecurityContext> processor, String clientId, Clock clock) {
        this.processor = processor;
        this.clientId = clientId;
        this.clock = clock;
    }

    static IdTokens of(OidcSettings settings, URL keys, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                ALGORITHM,
                JWKSourceBuilder.create(keys, new DefaultResourceRetriever(5_000, 5_000, MAX_KEYS_BYTES))
                        .build()));
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(
                        settings.clientId(),
                        new JWTClaimsSet.Builder()
                                .issuer(settings.issuer().toString())
                                .build(),
                        Set.of("sub", "exp", "iat", "nonce")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
        return new IdTokens(processor, settings.clientId(), clock);
    }

    JWTClaimsSet check(JWT token, Nonce nonce) throws BadJOSEException, JOSEException {
        JWTClaimsSet claims = processor.process(token, null);
        try {
            Date issued = claims.getIssueTime();
            boolean ofNow = issued != null
                    && Duration.between(issued.toInstant(), clock.instant())
                                    .abs()
                                    .compareTo(OLDEST)
                            <= 0;
            boolean ours = nonce.getValue().equals(claims.getStringClaim("nonce"))
                    && (claims.getStringClaim("azp") == null || clientId.equals(claims.getStringClaim("azp")))
                    && (claims.getAudience().size() == 1 || claims.getStringClaim("azp") != null);
            if (!ours || !ofNow) {
                throw new BadJWSException("The token is not of this sign-in");
            }
            return claims;
        } catch (ParseException e) {
            throw new BadJWSException("The token's claims are not in form");
        }
    }
}
