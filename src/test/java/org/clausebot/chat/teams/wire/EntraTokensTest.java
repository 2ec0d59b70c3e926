package org.clausebot.chat.teams.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntraTokensTest {
    private static final String APP = "0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f";
    private static final String SCOPE = "https://api.botframework.com/.default";
    private static final String TOKEN = "/tenant/oauth2/v2.0/token";

    @TempDir
    private Path folder;

    private SmallEntra entra;
    private EntraTokens tokens;
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @BeforeEach
    void open() throws Exception {
        entra = new SmallEntra();
        tokens = with(new Credential.Secret("hunter2 & more"));
        gives("first");
    }

    @AfterEach
    void close() {
        tokens.close();
        entra.close();
    }

    private EntraTokens with(Credential credential) {
        return new EntraTokens(entra.address(TOKEN), APP, credential, SCOPE, Duration.ofSeconds(5), clock);
    }

    private void gives(String token) {
        entra.at(TOKEN, 200, "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"" + token + "\"}");
    }

    @Test
    void the_secret_is_posted_and_the_token_kept_until_shortly_before_its_end() throws Exception {
        assertThat(tokens.token()).isEqualTo("first");
        gives("second");
        now = now.plus(Duration.ofMinutes(54));
        assertThat(tokens.token()).isEqualTo("first");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(tokens.token()).isEqualTo("second");

        assertThat(entra.posted)
                .hasSize(2)
                .allSatisfy(form -> assertThat(form)
                        .containsExactlyInAnyOrderEntriesOf(Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                APP,
                                "scope",
                                SCOPE,
                                "client_secret",
                                "hunter2 & more")));
    }

    @Test
    void a_token_that_microsoft_does_not_take_any_more_is_fetched_anew_once() throws Exception {
        String old = tokens.token();
        gives("second");

        tokens.forget(old);
        assertThat(tokens.token()).isEqualTo("second");
        tokens.forget(old);
        assertThat(tokens.token()).isEqualTo("second");

        assertThat(entra.posted).hasSize(2);
    }

    @Test
    void a_certificate_signs_an_assertion_that_is_for_this_endpoint_alone_and_ends_soon() throws Exception {
        AppCertificate certificate = AppCertificate.of(folder, "app", 365);

        try (EntraTokens signed = with(Credential.read(certificate.store(), AppCertificate.PASSWORD))) {
            assertThat(signed.token()).isEqualTo("first");
        }

        Map<String, String> form = entra.posted.remove();
        assertThat(form).doesNotContainKey("client_secret");
        SignedJWT assertion = SignedJWT.parse(form.getOrDefault("client_assertion", ""));
        assertThat(assertion.verify(new RSASSAVerifier(
                        (RSAPublicKey) certificate.certificate().getPublicKey())))
                .isTrue();
        assertThat(assertion.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.PS256);
        assertThat(assertion.getHeader().getX509CertSHA256Thumbprint())
                .isEqualTo(Base64URL.encode(MessageDigest.getInstance("SHA-256")
                        .digest(certificate.certificate().getEncoded())));
        assertThat(assertion.getJWTClaimsSet().getIssuer()).isEqualTo(APP);
        assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo(APP);
        assertThat(assertion.getJWTClaimsSet().getAudience())
                .containsExactly(entra.address(TOKEN).toString());
        assertThat(assertion.getJWTClaimsSet().getExpirationTime().toInstant())
                .isEqualTo(now.plus(Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @CsvSource({
        "AADSTS7000215, the secret's Value",
        "AADSTS7000222, has ended",
        "AADSTS700016, is no app of the tenant",
        "AADSTS90002, is no tenant",
        "AADSTS700027, not one that was uploaded",
        "AADSTS1, docs/teams.md"
    })
    void what_entra_refuses_is_said_by_its_code_and_with_what_to_do(String code, String words) {
        entra.at(
                TOKEN,
                401,
                "{\"error\":\"invalid_client\",\"error_description\":\"" + code + ": for app hunter2. Trace ID: 1\"}");

        assertThatThrownBy(tokens::token)
                .isInstanceOf(NoTokenException.class)
                .hasMessageContainingAll(code, words)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void an_answer_that_is_no_token_is_none_and_the_next_try_may_succeed() throws Exception {
        entra.at(TOKEN, 200, "{}");
        assertThatThrownBy(tokens::token).isInstanceOf(NoTokenException.class).hasMessageContaining("status 200");
        entra.at(TOKEN, 502, "<html>bad gateway</html>");
        assertThatThrownBy(tokens::token).isInstanceOf(NoTokenException.class);
        gives("at last");

        assertThat(tokens.token()).isEqualTo("at last");
    }

    @Test
    void where_nobody_answers_it_says_which_address_and_what_to_look_at() {
        entra.close();

        assertThatThrownBy(tokens::token)
                .isInstanceOf(NoTokenException.class)
                .hasMessageContainingAll(TOKEN, "MICROSOFT_TOKEN_URL");
    }
}
