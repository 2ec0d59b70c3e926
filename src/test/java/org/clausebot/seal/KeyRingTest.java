package org.clausebot.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private static final KeySettings DEFAULT = new KeySettings("", "");

    @TempDir
    Path data;

    @Test
    void the_first_use_makes_keys_that_only_their_owner_can_read() throws Exception {
        open(DEFAULT);

        assertThat(rights(keys())).isEqualTo("rwx------");
        for (String file : List.of("master.key", "fingerprint.key", "receipts.key", ".lock")) {
            assertThat(rights(keys().resolve(file))).as(file).isEqualTo("rw-------");
        }
        assertThat(rights(keys().resolve("receipts.pub"))).isEqualTo("rw-r--r--");
        try (Stream<Path> all = Files.list(keys())) {
            assertThat(all).hasSize(5);
        }
    }

    @Test
    void the_keys_of_the_first_use_open_what_was_sealed_at_every_later_one() throws Exception {
        byte[] key = open(DEFAULT).vault().newKey("r");
        byte[] sealed = open(DEFAULT).vault().seal(key, "r", "p", new byte[] {7});

        assertThat(sealed(key, sealed)).containsExactly(7);
    }

    @Test
    void twenty_first_uses_at_the_same_time_agree_on_one_key() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<byte[]>> uses = Stream.generate(
                            () -> (Callable<byte[]>) () -> open(DEFAULT).vault().fingerprint("a", "b"))
                    .limit(20)
                    .toList();
            byte[] expected = null;
            for (var use : threads.invokeAll(uses)) {
                expected = expected == null ? use.get() : expected;
                assertThat(use.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_key_that_others_may_read_is_refused_with_the_command_that_mends_it() throws Exception {
        open(DEFAULT);
        for (String file : List.of("master.key", "fingerprint.key", "receipts.key")) {
            Path key = keys().resolve(file);
            for (String rights : List.of("rw-r-----", "rw----r--", "rw--w----", "rwx--x---")) {
                Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(rights));
                assertRefused(DEFAULT, "chmod 600 " + key);
            }
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        }
        open(DEFAULT);
    }

    @Test
    void a_damaged_key_is_refused_without_showing_any_of_it_and_nothing_is_changed() throws Exception {
        open(DEFAULT);
        for (String file : List.of("master.key", "fingerprint.key", "receipts.key", "receipts.pub")) {
            Path key = keys().resolve(file);
            byte[] good = Files.readAllBytes(key);
            String text = new String(good, UTF_8);
            for (String bad : List.of(
                    "",
                    "\n",
                    "hunter2",
                    "{}",
                    "[1,2",
                    text.substring(0, good.length / 2),
                    text.replaceAll("[A-Za-z0-9+/]{8}(?=[A-Za-z0-9+/=]{0,8}\\W*$)", "AAAAAAAA"),
                    text.replace("AesGcmKey", "AesSivKey").replace("Ed25519", "Ed25518"),
                    "x".repeat(3_000_000))) {
                if (bad.equals(text)) {
                    continue;
                }
                Files.writeString(key, bad);
                assertThatThrownBy(() -> open(DEFAULT))
                        .as(file + " as " + bad.substring(0, Math.min(20, bad.length())))
                        .isInstanceOf(KeyException.class)
                        .hasMessageContaining("Put it back")
                        .hasMessageNotContaining("hunter2");
                assertThat(Files.readString(key)).isEqualTo(bad);
            }
            Files.write(key, good);
        }
        open(DEFAULT);
    }

    @Test
    void another_folders_master_key_is_refused_by_name() throws Exception {
        String mine = open(DEFAULT).names().iterator().next();
        KeyRing.open(DEFAULT, data.resolve("other"), () -> false);
        Files.copy(
                data.resolve("other/master.key"),
                keys().resolve("master.key"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertRefused(DEFAULT, "not the one that this was sealed with", mine, "nothing was changed");
    }

    @Test
    void a_missing_master_key_is_never_replaced_by_a_new_one_where_something_was_sealed() throws Exception {
        open(DEFAULT);
        Files.delete(keys().resolve("master.key"));

        assertRefused(
                DEFAULT,
                "The master key is missing",
                keys().resolve("master.key").toString());
        Files.delete(keys().resolve("fingerprint.key"));
        assertThatThrownBy(() -> KeyRing.open(DEFAULT, keys(), () -> true)).hasMessageContaining("is missing");
        assertThat(keys().resolve("master.key")).doesNotExist();
    }

    @Test
    void a_missing_key_of_fingerprints_is_never_replaced_where_something_was_sealed() throws Exception {
        open(DEFAULT);
        Files.delete(keys().resolve("fingerprint.key"));

        assertThatThrownBy(() -> KeyRing.open(DEFAULT, keys(), () -> true))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("fingerprint.key is missing")
                .hasMessageContaining("backup");
        open(DEFAULT);
    }

    @Test
    void a_key_elsewhere_must_have_been_made_and_is_then_used() throws Exception {
        Path elsewhere = data.resolve("safe/school.key");
        KeySettings settings = new KeySettings(elsewhere.toString(), "");

        assertRefused(settings, "There is no master key at " + elsewhere, "./clausebot keys make " + elsewhere);
        KeyRing.make(elsewhere);
        assertThat(rights(elsewhere)).isEqualTo("rw-------");
        assertThat(rights(data.resolve("safe"))).isEqualTo("rwx------");
        KeyRing ring = open(settings);

        assertThat(ring.place()).isEqualTo(elsewhere.toString());
        assertThat(keys().resolve("master.key")).doesNotExist();
        assertThat(open(new KeySettings("safe/school.key", "")).names()).isEqualTo(ring.names());
    }

    @Test
    void making_a_key_never_writes_over_one() throws Exception {
        Path file = data.resolve("a.key");
        KeyRing.make(file);
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> KeyRing.make(file))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("left as it is");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void no_setting_and_no_key_prints_a_secret() throws Exception {
        KeySettings settings = new KeySettings("https://keys.example", "hunter2");

        assertThat(settings.toString()).doesNotContain("hunter2");
        assertThat(MasterKey.make().toString()).hasSizeLessThan(30);
    }

    @Test
    void a_key_in_a_backup_opens_with_its_passphrase_alone() throws Exception {
        byte[] box = open(DEFAULT).export("tractor onion velvet quay");
        MasterKey back = MasterKey.parse(PassphraseBox.open(box, "tractor onion velvet quay\n"));

        assertThat(back.names()).isEqualTo(open(DEFAULT).names());
        assertThatThrownBy(() -> PassphraseBox.open(box, "tractor onion velvet key"))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("passphrase");
        assertThatThrownBy(() -> PassphraseBox.open(box.clone(), "")).isInstanceOf(KeyException.class);
        assertThatThrownBy(() -> PassphraseBox.open(new byte[] {'{'}, "tractor onion velvet quay"))
                .isInstanceOf(KeyException.class);
        assertThatThrownBy(() -> open(DEFAULT).export("short"))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("12");
        String master = Files.readString(keys().resolve("master.key"));
        String secret = master.replaceAll("(?s).*\"value\": ?\"([^\"]{20}).*", "$1");
        assertThat(new String(box, UTF_8)).doesNotContain(secret);
    }

    private byte[] sealed(byte[] key, byte[] sealed) throws Exception {
        return open(DEFAULT).vault().open(key, "r", "p", sealed);
    }

    private void assertRefused(KeySettings settings, String... words) {
        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(KeyException.class)
                .message()
                .contains(words);
    }

    private KeyRing open(KeySettings settings) throws IOException, KeyException {
        return KeyRing.open(settings, keys(), () -> false);
    }

    private Path keys() {
        return data.resolve("keys");
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
