package org.clausebot.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.clausebot.app.TestRun.Result;
import org.clausebot.backup.DataLock;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.KeySettings;
import org.clausebot.seal.ReceiptText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands around keys, receipts and backups, as a person types them. */
class KeysCommandTest {
    private static final String CODE = "7K4Q-MXPD-29TF";
    private static final String TIME = "2026-11-22T09:00:00Z";

    @TempDir
    Path folder;

    @Test
    void keys_are_shown_rotated_and_retired_without_ever_being_printed() throws Exception {
        assertThat(run("keys", "show").out()).contains("no keys").contains("nothing is sealed");
        assertThat(run("keys", "rotate").exit()).isEqualTo(1);
        assertThat(keys()).doesNotExist();
        KeyRing ring = ring();
        byte[] key = ring.vault().newKey("r");
        byte[] sealed = ring.vault().seal(key, "r", "p", new byte[] {7});

        Result before = run("keys", "show");
        Result rotated = run("keys", "rotate");
        Result between = run("keys", "show");

        assertThat(before.out())
                .contains(keys().resolve("master.key").toString())
                .doesNotContain("former");
        assertThat(rotated.exit()).as(rotated.err()).isZero();
        assertThat(rotated.out()).contains("new master key", "keys retire");
        assertThat(between.out()).contains("former keys still kept");
        assertThat(ring().vault().open(key, "r", "p", sealed)).containsExactly(7);
        Result retired = run("keys", "retire");
        assertThat(retired.exit()).as(retired.err()).isZero();
        assertThat(run("keys", "show").out()).doesNotContain("former");
        String secret =
                Files.readString(keys().resolve("master.key")).replaceAll("(?s).*\"value\": ?\"([^\"]{20}).*", "$1");
        assertThat(before.out() + rotated.out() + between.out() + retired.out()).doesNotContain(secret);
    }

    @Test
    void former_keys_are_not_retired_under_a_running_server() throws Exception {
        ring();
        try (DataLock server = DataLock.use(data())) {
            Result result = run("keys", "retire");

            assertThat(server).isNotNull();
            assertThat(result.exit()).isEqualTo(1);
            assertThat(result.err()).contains("Stop it first");
            assertThat(run("keys", "rotate").exit()).isZero();
        }
    }

    @Test
    void a_running_server_holds_the_data_folder_and_gives_it_back() throws Exception {
        Config config = TestRun.config(data(), Map.of("CLAUSEBOT_HTTP_PORT", "0"));
        try (WebProgram web = WebProgram.start(config, TestRun.CLOCK, link -> {})) {
            assertThat(web.address()).isNotNull();
            assertThat(run("backup", folder.resolve("live.zip").toString()).exit())
                    .isZero();
            Result restore =
                    run("restore", "--force", folder.resolve("live.zip").toString());
            assertThat(restore.exit()).isEqualTo(1);
            assertThat(restore.err()).contains("Stop it first");
        }
        Result restore = run("restore", "--force", folder.resolve("live.zip").toString());
        assertThat(restore.exit()).as(restore.err()).isZero();
    }

    @Test
    void a_key_is_made_elsewhere_and_named_by_the_setting() throws Exception {
        Path file = folder.resolve("my safe/school.key");
        Files.createDirectories(file.getParent());

        Result made = run("keys", "make", file.toString());

        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).contains(file.toString(), "reporting.master-key", "copy");
        assertThat(run("keys", "make", file.toString()).err()).contains("left as it is");
        Files.createDirectories(data());
        Files.writeString(data().resolve("clausebot.yaml"), "reporting:\n  master-key: " + file + "\n");
        KeyRing.open(new KeySettings(file.toString(), ""), keys(), () -> false);
        assertThat(run("keys", "show").out()).contains(file.toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run("keys", "show").err()).contains("chmod 600 '" + file + "'");
    }

    @Test
    void a_receipt_is_genuine_even_when_only_the_public_keys_are_left() throws Exception {
        String signature = receipt();
        Files.delete(keys().resolve("master.key"));
        Files.delete(keys().resolve("receipts.key"));

        Result result = run("receipt", "verify", CODE, TIME, signature);

        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("Genuine", CODE, TIME);
    }

    @Test
    void a_receipt_is_understood_however_it_was_pasted() throws Exception {
        String signature = receipt();
        String pasted = "Your receipt\n\nCode: 7k4q-mxpd-29tf\nTime: 2026-11-22 09:00:00\nSignature:\n"
                + signature.substring(0, 40) + "\n  " + signature.substring(40)
                + "\n\nKeep it safe. A colleague may ask.";

        assertThat(run("receipt", "verify", pasted).exit()).isZero();
        assertThat(TestRun.run(data(), pasted, "receipt", "verify").exit()).isZero();
        assertThat(run("receipt", "verify", CODE, "2026-11-22T10:00:00+01:00", signature)
                        .exit())
                .isZero();
        Path elsewhere = Files.copy(keys().resolve("receipts.pub"), folder.resolve("their.pub"));
        Result other =
                TestRun.run(folder.resolve("none"), "", "receipt", "verify", "--keys", elsewhere.toString(), pasted);
        assertThat(other.exit()).as(other.err()).isZero();
    }

    @Test
    void a_receipt_of_which_anything_was_changed_is_not_genuine() throws Exception {
        String signature = receipt();
        String forged =
                signature.substring(0, 50) + (signature.charAt(50) == 'A' ? 'B' : 'A') + signature.substring(51);

        assertNotGenuine("7K4Q-MXPD-29TG", TIME, signature);
        assertNotGenuine(CODE, "2026-11-22T09:00:01Z", signature);
        assertNotGenuine(CODE, TIME, forged);
        assertNotGenuine("--school", "another", CODE, TIME, signature);
    }

    @Test
    void what_is_no_receipt_is_not_understood_and_says_what_is_missing() throws Exception {
        String signature = receipt();

        assertNotUnderstood("the signature", CODE, TIME);
        assertNotUnderstood("the signature", CODE, TIME, signature.substring(1));
        assertNotUnderstood("the code", TIME, signature);
        assertNotUnderstood("the time", CODE, signature);
        assertNotUnderstood("the time", CODE, "2026-02-30T09:00:00Z", signature);
        assertNotUnderstood("the code and the time", "hello", signature);
        assertNotUnderstood("the code and the time and the signature", "x".repeat(200_000));
        Files.delete(keys().resolve("receipts.pub"));
        assertNotUnderstood("receipts.pub", CODE, TIME, signature);
        Files.writeString(keys().resolve("receipts.pub"), "{");
        assertNotUnderstood("damaged", CODE, TIME, signature);
    }

    @Test
    void a_data_folder_is_backed_up_wiped_and_restored_with_the_words_a_person_needs() throws Exception {
        KeyRing ring = ring();
        byte[] key = ring.vault().newKey("r");
        byte[] sealed = ring.vault().seal(key, "r", "p", new byte[] {7});
        Files.writeString(data().resolve("clausebot.yaml"), """
                metrics:
                  token: hunter2   # the monitor's
                reporting:
                  key-service-token: "hunter3"
                http:
                  port: 8081
                """);
        Path zip = folder.resolve("backup.zip");
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "tractor onion velvet quay\n");

        assertThat(run("backup", "--with-keys", passphrase.toString(), zip.toString())
                        .err())
                .contains("chmod 600");
        Files.setPosixFilePermissions(passphrase, PosixFilePermissions.fromString("rw-------"));
        Result plain = run("backup", folder.resolve("plain.zip").toString());
        Result locked = run("backup", "--with-keys", passphrase.toString(), zip.toString());
        delete(data());
        Result refused = run("restore", folder.resolve("plain.zip").toString());
        Result restored = run("restore", "--with-keys", passphrase.toString(), zip.toString());

        assertThat(plain.out())
                .contains("it is whole", "The master key is not in it", keys().toString())
                .contains("metrics.token, reporting.key-service-token");
        assertThat(locked.out()).contains("locked with the passphrase");
        assertThat(refused.err())
                .contains("--without-key", keys().resolve("master.key").toString());
        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(restored.out())
                .contains("The master key proves")
                .contains("Write these settings again", "metrics.token, reporting.key-service-token");
        assertThat(ring().vault().open(key, "r", "p", sealed)).containsExactly(7);
        assertThat(data().resolve("clausebot.yaml"))
                .content()
                .doesNotContain("hunter")
                .contains("port: 8081");
        for (String name : new String[] {"backup.zip", "plain.zip"}) {
            assertThat(new String(Files.readAllBytes(folder.resolve(name)), UTF_8))
                    .doesNotContain("hunter");
        }
    }

    @Test
    void a_secret_that_cannot_be_taken_out_of_the_settings_stops_the_backup() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("clausebot.yaml"), "metrics: {token: hunter2}\n");

        Result result = run("backup", folder.resolve("b.zip").toString());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("metrics.token", "line of its own").doesNotContain("hunter2");
        assertThat(folder.resolve("b.zip")).doesNotExist();
    }

    private String receipt() throws Exception {
        return ring().signer().sign(ReceiptText.of(CODE, Instant.parse(TIME), "default"));
    }

    private void assertNotGenuine(String... words) {
        Result result = verify(words);
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).startsWith("Not genuine");
    }

    private void assertNotUnderstood(String why, String... words) {
        Result result = verify(words);
        assertThat(result.exit()).as(result.out()).isEqualTo(2);
        assertThat(result.err()).contains(why);
    }

    private Result verify(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "receipt";
        all[1] = "verify";
        System.arraycopy(words, 0, all, 2, words.length);
        return run(all);
    }

    private KeyRing ring() throws Exception {
        return KeyRing.open(new KeySettings("", ""), keys(), () -> false);
    }

    private Path data() {
        return folder.resolve("var");
    }

    private Path keys() {
        return data().resolve("keys");
    }

    private Result run(String... words) {
        return TestRun.run(data(), "", words);
    }

    private static void delete(Path tree) throws Exception {
        try (var walk = Files.walk(tree)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
