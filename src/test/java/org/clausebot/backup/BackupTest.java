package org.clausebot.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.seal.KeyException;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.KeySettings;
import org.junit.jupiter.api.Test;

/** By use: sealed, copied, wiped, restored, opened. */
class BackupTest extends BackupFixture {
    @Test
    void what_was_sealed_opens_after_backup_wipe_and_restore_with_the_key_put_back() throws Exception {
        byte[] key = Files.readAllBytes(data.resolve("keys/master.key"));
        Map<String, String> before = everything();

        backup();
        Trees.delete(data);
        putPrivate(data.resolve("keys/master.key"), key);
        Restore.Outcome outcome = restore(false);

        assertThat(outcome.proven()).isTrue();
        assertThat(outcome.former()).isEmpty();
        assertThat(outcome.made()).isEqualTo(NOW);
        assertThat(openAll(data)).containsEntry("incident/1", WORDS);
        Map<String, String> after = everything();
        after.keySet().removeIf(name -> name.startsWith(".") || name.equals("clausebot.db"));
        before.keySet().removeIf(name -> name.startsWith(".") || name.startsWith("clausebot.db"));
        before.remove("keys/session.key");
        before.remove("index/segments");
        before.remove("keys/.lock");
        after.remove("keys/.lock");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void what_was_sealed_opens_after_a_wipe_with_the_passphrase_alone() throws Exception {
        backup(Optional.of(PASSPHRASE));
        Trees.delete(data);

        assertThatThrownBy(() -> restore(false, false, Optional.of("tractor onion velvet key")))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("passphrase");
        assertThat(data).doesNotExist();
        Restore.Outcome outcome = restore(false, false, Optional.of(PASSPHRASE));

        assertThat(outcome.proven()).isTrue();
        assertThat(openAll(data)).containsEntry("incident/1", WORDS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys/master.key"))))
                .isEqualTo("rw-------");
        assertThat(data.resolve("keys/master.locked")).doesNotExist();
    }

    @Test
    void a_key_elsewhere_comes_back_to_its_place() throws Exception {
        Path elsewhere = folder.resolve("safe/school.key");
        KeyRing.make(elsewhere);
        settings = new KeySettings(elsewhere.toString(), "");
        Trees.delete(data);
        fill(data);
        backup(Optional.of(PASSPHRASE));
        Trees.delete(data);
        Files.delete(elsewhere);

        restore(false, false, Optional.of(PASSPHRASE));

        assertThat(data.resolve("keys/master.key")).doesNotExist();
        assertThat(openAll(data)).containsEntry("incident/1", WORDS);
        Files.delete(elsewhere);
        KeyRing.make(elsewhere);
        assertUntouched(
                () -> restore(true, false, Optional.of(PASSPHRASE)), "holds another master key than the backup");
    }

    @Test
    void the_backup_is_its_owners_and_holds_no_word_of_a_report_no_master_key_and_no_session_key() throws Exception {
        backup();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Map<String, byte[]> entries = entries(file);
        assertThat(entries.keySet())
                .containsExactlyInAnyOrder(
                        "backup.json",
                        "backup.proof",
                        "clausebot.db",
                        "clausebot.yaml",
                        "school.yaml",
                        "keys/fingerprint.key",
                        "keys/receipts.key",
                        "keys/receipts.pub",
                        "policies/social-media/in-force",
                        "policies/social-media/0123456789abcdef/policy.txt",
                        "phrasings/social-media.tsv");
        String master = Files.readString(data.resolve("keys/master.key"));
        String secret = master.replaceAll("(?s).*\"value\": ?\"([^\"]{20}).*", "$1");
        for (byte[] content : entries.values()) {
            assertThat(new String(content, UTF_8)).doesNotContain("Reed", "Snapchat", "session-secret", secret);
        }
        assertThat(data.resolve(".backup")).doesNotExist();
    }

    @Test
    void what_a_spreadsheet_leaves_beside_phrasings_stops_no_backup_and_is_left_out() throws Exception {
        Files.writeString(data.resolve("phrasings/~$social-media.tsv"), "lock");
        Files.createDirectories(data.resolve("phrasings/old.tsv"));
        backup();
        Trees.delete(data.resolve("phrasings"));
        assertThat(restore(true).proven()).isTrue();
        try (Stream<Path> files = Files.list(data.resolve("phrasings"))) {
            assertThat(files).containsExactly(data.resolve("phrasings/social-media.tsv"));
        }
    }

    @Test
    void a_backup_of_a_database_that_is_being_written_holds_one_moment_of_it() throws Exception {
        try (Connection writer = connect(data);
                Statement statement = writer.createStatement()) {
            statement.execute("CREATE TABLE pair (a INTEGER, b INTEGER)");
            Thread busy = Thread.ofPlatform().start(() -> {
                try (Connection own = connect(data);
                        Statement both = own.createStatement()) {
                    both.execute("PRAGMA busy_timeout = 5000");
                    for (int i = 0; i < 300; i++) {
                        both.execute("BEGIN IMMEDIATE");
                        both.execute("INSERT INTO pair (a) VALUES (" + i + ")");
                        both.execute("UPDATE pair SET b = a WHERE b IS NULL");
                        both.execute("COMMIT");
                    }
                } catch (java.sql.SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            backup();
            busy.join();
        }
        restore(true);

        try (Connection read = connect(data);
                Statement statement = read.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM pair WHERE b IS NULL OR a <> b")) {
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    void what_stood_in_the_folder_is_moved_aside_only_by_force_and_never_deleted() throws Exception {
        backup();
        try (Connection change = connect(data);
                Statement statement = change.createStatement()) {
            statement.execute("INSERT INTO sealed VALUES ('incident/2', x'00', x'00')");
        }
        Files.writeString(data.resolve("clausebot.db-wal"), "of the former database");

        assertUntouched(() -> restore(false), "--force");
        Restore.Outcome outcome = restore(true);

        Path former = outcome.former().orElseThrow();
        assertThat(former.getFileName().toString()).startsWith("before-restore-20261122-090000-");
        assertThat(former.resolve("clausebot.db")).isRegularFile();
        assertThat(former.resolve("clausebot.db-wal")).hasContent("of the former database");
        assertThat(former.resolve("keys/fingerprint.key")).isRegularFile();
        assertThat(former.resolve("policies/social-media/in-force")).isRegularFile();
        assertThat(data.resolve("clausebot.db-wal")).doesNotExist();
        assertThat(data.resolve("keys/session.key")).exists();
        assertThat(openAll(data)).containsOnlyKeys("incident/1");
    }

    @Test
    void nothing_is_restored_under_a_running_server_and_no_server_starts_during_a_restore() throws Exception {
        backup();
        try (DataLock server = DataLock.use(data);
                DataLock second = DataLock.use(data)) {
            assertUntouched(() -> restore(true), "Stop it first");
            assertThat(server).isNotSameAs(second);
        }
        try (DataLock alone = DataLock.alone(data)) {
            assertThatThrownBy(() -> DataLock.use(data))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("restoring");
            assertThat(alone).isNotNull();
        }
        restore(true);
    }

    @Test
    void a_lock_of_another_process_is_seen_and_goes_with_the_process() throws Exception {
        backup();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsLock.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(other.inputReader(UTF_8).readLine()).isEqualTo("held");
            assertUntouched(() -> restore(true), "Stop it first");
        } finally {
            other.destroyForcibly().waitFor();
        }
        restore(true);
    }

    @Test
    void a_restore_that_was_interrupted_keeps_the_server_from_starting_until_it_is_run_again() throws Exception {
        backup();
        Files.writeString(Restore.marker(data), data.resolve("before-restore-x") + "\n");
        Files.delete(data.resolve("clausebot.db"));

        assertThatThrownBy(() -> DataLock.use(data))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("interrupted")
                .hasMessageContaining("before-restore-x");
        restore(false);

        DataLock.use(data).close();
        assertThat(openAll(data)).containsEntry("incident/1", WORDS);
    }

    @Test
    void a_backup_never_writes_over_a_file_and_leaves_none_behind_when_it_fails() throws Exception {
        Files.writeString(file, "older");
        assertThatThrownBy(this::backup).hasMessageContaining("was left as it is");
        assertThat(file).hasContent("older");
        Files.delete(file);
        Files.writeString(data.resolve("clausebot.db"), "no database at all, but long enough to look like one");
        Files.deleteIfExists(data.resolve("clausebot.db-wal"));

        assertThatThrownBy(this::backup).hasMessageContaining("clausebot.db");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(data);
        }
        assertThat(data.resolve(".backup")).doesNotExist();
    }

    @Test
    void a_link_in_the_policies_is_refused_and_not_followed() throws Exception {
        Files.createSymbolicLink(data.resolve("policies/passwd"), Path.of("/etc/passwd"));

        assertThatThrownBy(this::backup).isInstanceOf(BackupException.class).hasMessageContaining("policies/passwd");
    }

    @Test
    void a_folder_without_reports_needs_no_keys() throws Exception {
        Trees.delete(data.resolve("keys"));

        backup();
        Trees.delete(data);
        Restore.Outcome outcome = restore(false);

        assertThat(outcome.proven()).isFalse();
        assertThat(data.resolve("school.yaml")).exists();
        assertThat(data.resolve("keys")).doesNotExist();
    }

    /** Another process that uses a data folder until it is killed. */
    static final class HoldsLock {
        private HoldsLock() {}

        public static void main(String[] args) throws Exception {
            DataLock held = DataLock.use(Path.of(args[0]));
            System.out.println("held");
            Thread.currentThread().join();
            held.close();
        }
    }
}
