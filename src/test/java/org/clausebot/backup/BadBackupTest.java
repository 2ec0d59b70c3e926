package org.clausebot.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clausebot.seal.KeyRing;
import org.junit.jupiter.api.Test;

/** Everything that a backup file must not be able to do. */
class BadBackupTest extends BackupFixture {
    @Test
    void keys_are_not_looked_for_in_a_backup_that_has_none() throws Exception {
        backup();

        assertUntouched(() -> restore(true, false, Optional.of(PASSPHRASE)), "no master key in this backup");
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
                assertThat(archive.manifest().files()).hasSize(9);
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
            entries.put(
                    "backup.json", json.replace("\"form\" : 1", "\"form\" : 2").getBytes(UTF_8));
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
                String hash =
                        java.util.HexFormat.of().formatHex(Archive.sha256().digest(content));
                files.add(new Manifest.Entry(name, content.length, hash));
            }
        });
        entries.put("backup.json", new Manifest(1, NOW.toString(), files, List.of()).json());
        return entries;
    }
}
