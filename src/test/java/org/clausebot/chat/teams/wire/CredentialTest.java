package org.clausebot.chat.teams.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialTest {
    @TempDir
    static Path folder;

    private static AppCertificate ours;

    @BeforeAll
    static void make() throws Exception {
        ours = AppCertificate.of(folder, "ours", 365);
    }

    private static Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    private static void refused(Path file, String password, String... words) {
        assertThatThrownBy(() -> Credential.read(file, password))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContainingAll(words)
                .hasMessageNotContaining(AppCertificate.PASSWORD);
    }

    @Test
    void pem_and_pkcs_12_give_the_same_certificate_and_its_end() throws Exception {
        Credential.Certificate pem = Credential.read(ours.pem(folder.resolve("both.pem")), "");
        Credential.Certificate store = Credential.read(ours.store(), AppCertificate.PASSWORD);

        assertThat(pem).isEqualTo(store);
        assertThat(pem.certificate()).isEqualTo(ours.certificate());
        assertThat(pem.ends())
                .hasValueSatisfying(end -> assertThat(end)
                        .isBetween(Instant.parse("2027-10-31T00:00:00Z"), Instant.parse("2027-11-02T00:00:00Z")));
    }

    @Test
    void the_order_in_a_pem_file_does_not_matter_and_the_first_certificate_is_the_apps() throws Exception {
        AppCertificate issuer = AppCertificate.of(folder, "issuer", 365);

        Credential.Certificate read =
                Credential.read(file("chain.pem", ours.certificatePem() + issuer.certificatePem() + ours.keyPem()), "");

        assertThat(read.certificate()).isEqualTo(ours.certificate());
    }

    @Test
    void what_is_not_there_half_there_or_something_else_is_refused_with_what_to_do() throws Exception {
        refused(folder.resolve("nowhere.pem"), "", "is not there");
        refused(file("key.pem", ours.keyPem()), "", "BEGIN CERTIFICATE", "is missing");
        refused(file("certificate.pem", ours.certificatePem()), "", "BEGIN PRIVATE KEY", "is missing");
        refused(file("prose.txt", "no certificate at all"), "", "neither PEM nor");
        refused(ours.store(), "another password", "MICROSOFT_APP_CERTIFICATE_PASSWORD");
        refused(
                file("old.pem", ours.certificatePem() + AppCertificate.block("RSA PRIVATE KEY", new byte[40])),
                "",
                "openssl pkcs8");
        refused(
                file("damaged.pem", ours.certificatePem() + AppCertificate.block("PRIVATE KEY", new byte[40])),
                "",
                "damaged");
    }

    @Test
    void a_key_of_another_certificate_or_of_another_kind_is_refused() throws Exception {
        AppCertificate other = AppCertificate.of(folder, "other", 365);
        AppCertificate curve = AppCertificate.of(folder, "curve", 365, "EC", 256);
        AppCertificate small = AppCertificate.of(folder, "small", 365, "RSA", 1024);

        refused(file("mixed.pem", other.keyPem() + ours.certificatePem()), "", "not the one of the certificate");
        refused(curve.store(), AppCertificate.PASSWORD, "no RSA key");
        refused(small.store(), AppCertificate.PASSWORD, "2048");
    }

    @Test
    void a_credential_never_prints_itself() throws Exception {
        assertThat(new Credential.Secret("hunter2").toString()).doesNotContain("hunter2");
        assertThat(Credential.read(ours.store(), AppCertificate.PASSWORD).toString())
                .isEqualTo("a certificate (its key hidden)");
    }
}
