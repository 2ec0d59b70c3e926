package org.clausebot.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of a data folder belongs into a backup, and which names one may hold. */
final class Contents {
    static final String MANIFEST = "backup.json";
    static final String PROOF = "backup.proof";
    static final String DATABASE = "clausebot.db";
    static final String SETTINGS = "clausebot.yaml";
    static final String SCHOOL = "school.yaml";
    static final String KEYS = "keys";
    static final String POLICIES = "policies";
    /** How the school's staff word what its policies say. */
    static final String PHRASINGS = "phrasings";
    /** The master key locked with a passphrase. */
    static final String LOCKED_KEY = "keys/master.locked";

    static final String CHECK = "keys/fingerprint.key";
    static final String PUBLIC = "keys/receipts.pub";
    /** The master key itself, which is never in a backup but may be put in place from a locked one. */
    static final String MASTER = "keys/master.key";

    /**
     * Files beside the database that it must stand with: each is wrapped by the master key, public, or (audit.head) a
     * keyed hash; questions.key opens nothing, but without it those who want no log of their questions would be forgotten.
     * The master key and the key of browser sessions are not among them.
     */
    private static final List<String> BESIDE =
            List.of(CHECK, "keys/receipts.key", PUBLIC, "keys/master.sealed", "keys/audit.head", "keys/questions.key");

    /** What SQLite keeps beside a database; it would be taken for part of another one. */
    private static final List<String> OF_SQLITE = List.of(DATABASE + "-wal", DATABASE + "-shm", DATABASE + "-journal");

    private static final Pattern POLICY = Pattern.compile("policies(/[A-Za-z0-9][A-Za-z0-9._-]{0,127}){1,4}");
    private static final Pattern PHRASING = Pattern.compile("phrasings/[a-z0-9][a-z0-9-]{0,63}\\.tsv");

    private Contents() {}

    /** Whether a backup may hold a file of this name: never one that would lead out of the data folder. */
    static boolean mayHold(String name) {
        return name.equals(DATABASE)
                || name.equals(SETTINGS)
                || name.equals(SCHOOL)
                || name.equals(LOCKED_KEY)
                || BESIDE.contains(name)
                || PHRASING.matcher(name).matches()
                || POLICY.matcher(name).matches();
    }

    /** The small files to copy, by their names in the backup; those of the keys first, see {@link Backup}. */
    static List<String> files(Path data) throws IOException, BackupException {
        List<String> names = new ArrayList<>();
        for (String name : Stream.concat(BESIDE.stream(), Stream.of(SCHOOL)).toList()) {
            if (Files.isRegularFile(data.resolve(name))) {
                names.add(name);
            }
        }
        Path policies = data.resolve(POLICIES);
        if (Files.isDirectory(policies)) {
            try (Stream<Path> all = Files.walk(policies)) {
                for (Path file : all.sorted().toList()) {
                    String name = data.relativize(file).toString().replace('\\', '/');
                    // A name that begins with a dot is an import that is just being made.
                    if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && !name.contains("/.")) {
                        requireOurs(file, name);
                        names.add(name);
                    }
                }
            }
        }
        Path phrasings = data.resolve(PHRASINGS);
        if (Files.isDirectory(phrasings)) {
            try (Stream<Path> all = Files.list(phrasings)) {
                // What else stands there, a spreadsheet leaves beside the file that it has open.
                all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .map(file -> PHRASINGS + "/" + file.getFileName())
                        .filter(name -> PHRASING.matcher(name).matches())
                        .sorted()
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static void requireOurs(Path file, String name) throws BackupException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !mayHold(name)) {
            throw new BackupException(
                    file + " is no file that Clausebot keeps there. Move it out of the data folder and"
                            + " run the backup again");
        }
    }

    /** What a restore takes away from {@code data} before it puts its own in place. */
    static List<String> standing(Path data, boolean masterToo) {
        List<String> names = new ArrayList<>(List.of(DATABASE));
        names.addAll(OF_SQLITE);
        names.addAll(List.of(SETTINGS, SCHOOL, POLICIES, PHRASINGS));
        names.addAll(BESIDE);
        if (masterToo) {
            names.add(MASTER);
        }
        return names.stream()
                .filter(name -> Files.exists(data.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .toList();
    }
}
