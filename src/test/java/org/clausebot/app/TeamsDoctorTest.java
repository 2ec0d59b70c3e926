package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.clausebot.chat.teams.wire.AppCertificate;
import org.clausebot.chat.teams.wire.SmallEntra;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./clausebot doctor} says of Teams. */
class TeamsDoctorTest {
    @TempDir
    private Path data;

    private SmallEntra microsoft;

    @BeforeEach
    void open() throws Exception {
        microsoft = new SmallEntra();
        microsoft
                .at("/token", 200, "{\"expires_in\":3599,\"access_token\":\"one\"}")
                .at(
                        "/metadata",
                        200,
                        "{\"issuer\":\"https://api.botframework.com\",\"jwks_uri\":\"" + microsoft.address("/keys")
                                + "\"}")
                .at("/keys", 200, "{\"keys\":[{\"kty\":\"RSA\"}]}")
                .at("/api/messages", 401, "");
    }

    @AfterEach
    void close() {
        microsoft.close();
    }

    private String said(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "CLAUSEBOT_HTTP_PORT",
                "0",
                "CLAUSEBOT_HTTP_ADDRESS",
                microsoft.address("").toString(),
                "MICROSOFT_APP_ID",
                "0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f",
                "MICROSOFT_APP_TENANT_ID",
                "7d6c5b4a-7d6c-5b4a-9e8f-7d6c5b4a9e8f",
                "MICROSOFT_TOKEN_URL",
                microsoft.address("/token").toString(),
                "MICROSOFT_OPENID_METADATA_URL",
                microsoft.address("/metadata").toString()));
        environment.putAll(more);
        return TestRun.run(data, environment, "", "doctor")
                .out()
                .lines()
                .filter(line -> line.contains(" Teams: "))
                .findFirst()
                .orElse("");
    }

    @Test
    void what_microsoft_takes_is_well_and_what_it_refuses_needs_somebody() throws Exception {
        assertThat(said(Map.of("MICROSOFT_APP_PASSWORD", "hunter2")))
                .startsWith("ok    Teams: ")
                .contains("Entra gives a token")
                .doesNotContain("hunter2");

        microsoft.at("/token", 401, "{\"error_description\":\"AADSTS7000222: ended\"}");
        assertThat(said(Map.of("MICROSOFT_APP_PASSWORD", "hunter2")))
                .startsWith("FAIL  Teams: ")
                .contains("AADSTS7000222", "make a new one in Entra");
    }

    @Test
    void a_certificate_is_read_and_its_end_said_and_one_that_is_not_there_is_named() throws Exception {
        AppCertificate.of(data, "app", 365).pem(data.resolve("teams.pem"));

        assertThat(said(Map.of("MICROSOFT_APP_CERTIFICATE", "teams.pem")))
                .startsWith("ok    Teams: ")
                .contains("good until 2027-1");
        Files.delete(data.resolve("teams.pem"));
        assertThat(said(Map.of("MICROSOFT_APP_CERTIFICATE", "teams.pem")))
                .startsWith("FAIL  Teams: ")
                .contains("teams.pem", "is not there");
    }
}
