package org.clausebot.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.clausebot.seal.KeyException;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.KeySettings;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By use: sealed, copied, wiped, restored, opened. And everything that a backup file must not be able to do. */
class BackupTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String WORDS = "Mr Reed messaged a pupil on Snapchat";
    private static final String PASSPHRASE = "tractor onion velvet quay";

    @TempDir
    Path folder;

    private Path data;
    private Path file;
    private KeySettings settings = new KeySettings("", "");

    @BeforeEach
    void fill() throws Exception {
        data = folder.resolve("var");
        file = folder.resolve("backup.zip");
        fill(data);
    }

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
                        "policies/social-media/0123456789abcdef/policy.txt");
        String master = Files.readString(data.resolve("keys/master.key"));
        String secret = master.replaceAll("(?s).*\"value\": ?\"([^\"]{20}).*", "$1");
        for (byte[] content : entries.values()) {
            assertThat(new String(content, UTF_8)).doesNotContain("Reed", "Snapchat", "session-secret", secret);
        }
        assertThat(data.resolve(".backup")).doesNotExist();
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
            alone.close();
            alone.close();
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
    void a_backup_that_no_key_can_prove_is_restored_only_when_asked_so() throws Exception {
        backup();
        Files.delete(data.resolve("keys/master.key"));

        assertUntouched(() -> restore(true), "--without-key");
        assertThat(restore(true, true, Optional.empty()).proven()).isFalse();
    }

    @Test
    void another_master_key_than_the_backups_is_refused() throws Exception {
        backup();
        Trees.delete(data);
        KeyRing.open(settings, data.resolve("keys"), () -> false);

        assertUntouched(() -> restore(true), "not the one that this was sealed with");
    }

    @Test
    void a_backup_in_which_a_byte_was_changed_or_that_was_cut_changes_nothing() throws Exception {
        backup();
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        Map<String, String> before = everything();
        int refused = 0;
        for (int i = 0; i < 120; i++) {
            byte[] bad = i % 3 == 0 ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (i % 3 != 0) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bad);
            try (Archive archive = Archive.open(file)) {
                // A bit of the zip's own dates or rights may be another: what is unpacked is the same all the same.
                archive.verify();
                assertThat(archive.manifest().files()).hasSize(8);
            } catch (BackupException e) {
                refused++;
                assertThatThrownBy(() -> restore(true)).isInstanceOf(BackupException.class);
            }
        }
        assertThat(refused).isGreaterThan(80);
        before.keySet().removeIf(name -> name.startsWith("."));
        Map<String, String> after = everything();
        after.keySet().removeIf(name -> name.startsWith("."));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void a_backup_that_somebody_made_fit_after_changing_it_is_not_proven() throws Exception {
        backup();
        rewrite(entries -> {
            entries.put("school.yaml", "recipients: me".getBytes(UTF_8));
            return fitting(entries);
        });

        assertUntouched(() -> restore(true), "no whole backup");
        rewrite(entries -> {
            entries.remove("backup.proof");
            return entries;
        });
        assertUntouched(() -> restore(true), "no whole backup");
    }

    @Test
    void a_zip_with_names_that_lead_elsewhere_or_are_unknown_changes_nothing() throws Exception {
        backup();
        byte[] good = Files.readAllBytes(file);
        for (String name : List.of(
                "../evil",
                "policies/../../evil",
                "/etc/evil",
                "policies//evil",
                "policies\\..\\evil",
                "keys/master.key",
                "keys/session.key",
                "keys/../keys/fingerprint.key",
                "policies/.hidden",
                "policies/a/b/c/d/e",
                "evil.class",
                "restore.unfinished",
                ".lock",
                "policies/x/",
                "policies/\u0000")) {
            Files.write(file, good);
            rewrite(entries -> {
                entries.put(name, new byte[] {1});
                return entries;
            });
            assertThat(Contents.mayHold(name)).isFalse();
            assertUntouched(() -> restore(true), "no whole backup");
            assertThat(folder.resolve("evil")).doesNotExist();
        }
    }

    @Test
    void a_zip_that_lacks_a_file_or_lists_one_twice_changes_nothing() throws Exception {
        backup();
        byte[] good = Files.readAllBytes(file);
        for (String name : List.of("backup.json", "clausebot.db", "keys/fingerprint.key")) {
            Files.write(file, good);
            rewrite(entries -> {
                entries.remove(name);
                return entries;
            });
            assertUntouched(() -> restore(true), "no whole backup");
        }
        for (UnaryOperator<String> change : List.<UnaryOperator<String>>of(
                json -> "",
                json -> "null",
                json -> "[]",
                json -> json.replace("\"form\"", "\"forn\""),
                json -> json.replaceFirst("\"bytes\" : \\d+", "\"bytes\" : -1"),
                json -> json.replaceFirst("\"bytes\" : \\d+", "\"bytes\" : 9223372036854775807"),
                json -> json.replace("\"leftOut\"", "\"more\" : 1, \"leftOut\""),
                json -> json.replace("school.yaml", "../school.yaml"),
                json -> json.replace("2026-11-22T09:00:00Z", "yesterday"),
                json -> json + "{}")) {
            Files.write(file, good);
            rewrite(entries -> {
                String json = new String(entries.get("backup.json"), UTF_8);
                assertThat(change.apply(json)).isNotEqualTo(json);
                entries.put("backup.json", change.apply(json).getBytes(UTF_8));
                return entries;
            });
            assertUntouched(() -> restore(true), "Nothing was changed", "nothing was changed");
        }
    }

    @Test
    void a_zip_bomb_is_not_unpacked_further_than_the_manifest_says() throws Exception {
        backup();
        rewrite(entries -> {
            entries.put("school.yaml", new byte[200_000_000]);
            return entries;
        });

        assertThat(Files.size(file)).isLessThan(1_000_000);
        assertUntouched(() -> restore(true), "no whole backup");
    }

    @Test
    void a_backup_of_a_newer_program_and_a_file_that_is_no_backup_are_refused() throws Exception {
        backup();
        rewrite(entries -> {
            String json = new String(entries.get("backup.json"), UTF_8);
            entries.put("backup.json", json.replace("\"form\" : 1", "\"form\" : 2").getBytes(UTF_8));
            return entries;
        });
        assertUntouched(() -> restore(true), "newer version of Clausebot");
        for (byte[] bad : List.of(new byte[0], "PK".getBytes(UTF_8), "hello".getBytes(UTF_8), new byte[100_000])) {
            Files.write(file, bad);
            assertUntouched(() -> restore(true), "no whole backup");
        }
        Files.delete(file);
        assertUntouched(() -> restore(true), "There is no file");
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

        assertThatThrownBy(this::backup)
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("policies/passwd");
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

    private void fill(Path to) throws Exception {
        Files.createDirectories(to.resolve("policies/social-media/0123456789abcdef"));
        Files.createDirectories(to.resolve("policies/.draft-1"));
        Files.createDirectories(to.resolve("index"));
        Files.writeString(to.resolve("policies/social-media/in-force"), "0123456789abcdef");
        Files.writeString(to.resolve("policies/social-media/0123456789abcdef/policy.txt"), "1. Be kind.");
        Files.writeString(to.resolve("index/segments"), "rebuilt");
        Files.writeString(to.resolve("school.yaml"), "editions: []\n");
        Files.writeString(to.resolve("clausebot.yaml"), "http:\n  port: 8081\n");
        putPrivate(to.resolve("keys/session.key"), "session-secret".getBytes(UTF_8));
        var vault = KeyRing.open(settings, to.resolve("keys"), () -> false).vault();
        SqliteStorage.open(to.resolve("clausebot.db")).close();
        try (Connection open = connect(to);
                Statement statement = open.createStatement()) {
            statement.execute("CREATE TABLE sealed (id TEXT, wrapped BLOB, body BLOB)");
            byte[] key = vault.newKey("incident/1");
            try (PreparedStatement insert = open.prepareStatement("INSERT INTO sealed VALUES (?, ?, ?)")) {
                insert.setString(1, "incident/1");
                insert.setBytes(2, key);
                insert.setBytes(3, vault.seal(key, "incident/1", "answers", WORDS.getBytes(UTF_8)));
                insert.execute();
            }
        }
    }

    private Map<String, String> openAll(Path from) throws Exception {
        var vault =
                KeyRing.open(settings, from.resolve("keys"), () -> true).vault();
        Map<String, String> opened = new TreeMap<>();
        SqliteStorage.open(from.resolve("clausebot.db")).close();
        try (Connection open = connect(from);
                Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, wrapped, body FROM sealed")) {
            while (row.next()) {
                byte[] plain = vault.open(row.getBytes(2), row.getString(1), "answers", row.getBytes(3));
                opened.put(row.getString(1), new String(plain, UTF_8));
            }
        }
        return opened;
    }

    private void backup() throws Exception {
        backup(Optional.empty());
    }

    private void backup(Optional<String> passphrase) throws Exception {
        Path yaml = data.resolve("clausebot.yaml");
        Backup.write(
                new Backup.Request(
                        data,
                        () -> KeyRing.open(settings, data.resolve("keys"), () -> true),
                        Optional.of(Files.readString(yaml)),
                        List.of(),
                        passphrase,
                        NOW),
                file);
    }

    private Restore.Outcome restore(boolean force) throws Exception {
        return restore(force, false, Optional.empty());
    }

    private Restore.Outcome restore(boolean force, boolean withoutKey, Optional<String> passphrase) throws Exception {
        return Restore.run(new Restore.Request(data, force, withoutKey, passphrase, any -> settings, NOW), file);
    }

    private void assertUntouched(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String... oneOf)
            throws IOException {
        Map<String, String> before = everything();
        assertThatThrownBy(work)
                .isInstanceOfAny(BackupException.class, KeyException.class)
                .message()
                .containsAnyOf(oneOf);
        Map<String, String> after = everything();
        before.keySet().removeIf(name -> name.startsWith("."));
        after.keySet().removeIf(name -> name.startsWith("."));
        assertThat(after).isEqualTo(before);
        try (Stream<Path> left = Files.list(data)) {
            assertThat(left.map(p -> p.getFileName().toString())).noneMatch(name -> name.startsWith(".restore"));
        }
    }

    private Map<String, String> everything() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(data)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                String name = data.relativize(path).toString();
                all.put(name, java.util.Arrays.hashCode(Files.readAllBytes(path)) + " " + Files.size(path));
            }
        }
        return all;
    }

    private void rewrite(UnaryOperator<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = change.apply(entries(file));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    /** What somebody without the keys can do: a manifest that fits the changed files. */
    private static Map<String, byte[]> fitting(Map<String, byte[]> entries) {
        List<Manifest.Entry> files = new ArrayList<>();
        entries.forEach((name, content) -> {
            if (Contents.mayHold(name)) {
                String hash = java.util.HexFormat.of()
                        .formatHex(Archive.sha256().digest(content));
                files.add(new Manifest.Entry(name, content.length, hash));
            }
        });
        entries.put("backup.json", new Manifest(1, NOW.toString(), files, List.of()).json());
        return entries;
    }

    private static Map<String, byte[]> entries(Path zipFile) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(zipFile.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static void putPrivate(Path path, byte[] content) throws IOException {
        Files.createDirectories(path.getParent());
        Files.write(path, content);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }

    private static Connection connect(Path from) throws java.sql.SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + from.resolve("clausebot.db"));
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
