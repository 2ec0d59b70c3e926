package org.clausebot.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.clausebot.seal.KeyException;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.KeySettings;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A data folder with everything in it, and what tests do with it. */
abstract class BackupFixture {
    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    static final String WORDS = "Mr Reed messaged a pupil on Snapchat";
    static final String PASSPHRASE = "tractor onion velvet quay";

    @TempDir
    Path folder;

    Path data;
    Path file;
    KeySettings settings = new KeySettings("", "");

    @BeforeEach
    void fill() throws Exception {
        data = folder.resolve("var");
        file = folder.resolve("backup.zip");
        fill(data);
    }

    void fill(Path to) throws Exception {
        Files.createDirectories(to.resolve("policies/social-media/0123456789abcdef"));
        Files.createDirectories(to.resolve("policies/.draft-1"));
        Files.createDirectories(to.resolve("index"));
        Files.writeString(to.resolve("policies/social-media/in-force"), "0123456789abcdef");
        Files.writeString(to.resolve("policies/social-media/0123456789abcdef/policy.txt"), "1. Be kind.");
        Files.createDirectories(to.resolve("phrasings"));
        Files.writeString(to.resolve("phrasings/social-media.tsv"), "id\tquestion\tgold\tkind\ttags\n");
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

    Map<String, String> openAll(Path from) throws Exception {
        var vault = KeyRing.open(settings, from.resolve("keys"), () -> true).vault();
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

    void backup() throws Exception {
        backup(Optional.empty());
    }

    void backup(Optional<String> passphrase) throws Exception {
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

    Restore.Outcome restore(boolean force) throws Exception {
        return restore(force, false, Optional.empty());
    }

    Restore.Outcome restore(boolean force, boolean withoutKey, Optional<String> passphrase) throws Exception {
        return Restore.run(new Restore.Request(data, force, withoutKey, passphrase, any -> settings, NOW), file);
    }

    void assertUntouched(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String... oneOf)
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

    Map<String, String> everything() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(data)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                String name = data.relativize(path).toString();
                all.put(name, java.util.Arrays.hashCode(Files.readAllBytes(path)) + " " + Files.size(path));
            }
        }
        return all;
    }

    static Map<String, byte[]> entries(Path zipFile) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(zipFile.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    static void putPrivate(Path path, byte[] content) throws IOException {
        Files.createDirectories(path.getParent());
        Files.write(path, content);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }

    static Connection connect(Path from) throws java.sql.SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + from.resolve("clausebot.db"));
    }
}
