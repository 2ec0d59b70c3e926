package org.clausebot.chat.teams.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.clausebot.chat.teams.wire.TeamsCheck.Findings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamsCheckTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private static final String ISSUER = "https://api.botframework.com";

    @TempDir
    private Path folder;

    private SmallEntra microsoft;

    @BeforeEach
    void open() throws Exception {
        microsoft = new SmallEntra();
        microsoft
                .at("/token", 200, "{\"expires_in\":3599,\"access_token\":\"one\"}")
                .at("/metadata", 200, metadata(ISSUER))
                .at("/keys", 200, "{\"keys\":[{\"kty\":\"RSA\",\"endorsements\":[\"msteams\"]}]}")
                .at("/api/messages", 401, "");
    }

    @AfterEach
    void close() {
        microsoft.close();
    }

    private String metadata(String issuer) {
        return "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + microsoft.address("/keys") + "\"}";
    }

    private Findings found(Credential credential) {
        return found(credential, microsoft.address("/"));
    }

    private Findings found(Credential credential, URI address) {
        return TeamsCheck.of(
                new TeamsSettings(
                        "an-app",
                        credential,
                        "a-tenant",
                        Set.of("a-tenant"),
                        microsoft.address("/metadata"),
                        ISSUER,
                        microsoft.address("/token")),
                address,
                CLOCK);
    }

    private Findings found() {
        return found(new Credential.Secret("hunter2"));
    }

    @Test
    void what_works_is_said_and_the_secret_is_not() {
        assertThat(found().problems()).isEmpty();
        assertThat(String.join(" ", found().good()))
                .contains("gives a token", "keys can be fetched", "/api/messages answers")
                .doesNotContain("hunter2");
    }

    @Test
    void a_secret_that_entra_does_not_take_is_a_problem() {
        microsoft.at("/token", 401, "{\"error_description\":\"AADSTS7000215: wrong\"}");

        assertThat(found().problems()).singleElement().asString().contains("AADSTS7000215");
    }

    @Test
    void keys_that_cannot_be_had_or_are_of_another_cloud_are_a_problem() {
        microsoft.at("/metadata", 200, metadata("https://api.botframework.us"));
        assertThat(found().problems()).singleElement().asString().contains("MICROSOFT_ISSUER");
        microsoft.at("/metadata", 503, "");
        assertThat(found().problems()).singleElement().asString().contains("MICROSOFT_OPENID_METADATA_URL");
        microsoft.at("/metadata", 200, metadata(ISSUER)).at("/keys", 200, "{\"keys\":[]}");
        assertThat(found().problems()).singleElement().asString().contains("no keys");
        microsoft.at("/metadata", 200, "{\"issuer\":\"" + ISSUER + "\",\"jwks_uri\":\"http://evil.example/keys\"}");
        assertThat(found().problems()).singleElement().asString().contains("no keys");
    }

    @Test
    void a_certificate_that_ended_or_will_soon_is_a_problem_with_its_day() throws Exception {
        AppCertificate year = AppCertificate.of(folder, "year", 365);
        AppCertificate month = AppCertificate.of(folder, "month", 40);
        AppCertificate week = AppCertificate.of(folder, "week", 7);

        assertThat(found(Credential.read(year.store(), AppCertificate.PASSWORD)).problems())
                .isEmpty();
        assertThat(found(Credential.read(month.store(), AppCertificate.PASSWORD))
                        .problems())
                .singleElement()
                .asString()
                .contains("ends on 2026-12-1");
        assertThat(found(Credential.read(week.store(), AppCertificate.PASSWORD)).problems())
                .singleElement()
                .asString()
                .contains("ended on 2026-11-0");
    }

    @Test
    void an_address_that_another_program_answers_is_a_problem_and_one_where_nothing_runs_yet_is_none() {
        microsoft.at("/api/messages", 404, "");
        assertThat(found().problems()).singleElement().asString().contains("status 404");
        microsoft.at("/api/messages", 200, "");
        assertThat(found().problems()).singleElement().asString().contains("status 200");

        Findings stopped = found(new Credential.Secret("s"), URI.create("http://127.0.0.1:1/"));
        assertThat(stopped.problems()).isEmpty();
        assertThat(String.join(" ", stopped.good())).contains("was not reached from here");
    }
}
