package org.clausebot.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.seal.KeyException;
import org.clausebot.seal.KeySettings;
import org.clausebot.seal.PrivateFiles;
import org.clausebot.seal.ReceiptVerifier;
import org.clausebot.seal.StagedKeys;
import org.clausebot.storage.SqliteStorage;
import org.clausebot.storage.StorageException;

/**
 * Puts a backup in place of what a data folder holds. All of it is unpacked beside, verified and proven to open with the
 * master key before anything is moved; what stood there is moved into a folder of its own and never deleted.
 */
public final class Restore {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Request request;
    private final Archive archive;
    private final Path staged;

    private Restore(Request request, Archive archive, Path staged) {
        this.request = request;
        this.archive = archive;
        this.staged = staged;
    }

    /**
     * What to put where.
     *
     * @param force whether what stands in the folder may be moved aside
     * @param withoutKey whether to restore although the master key is not there to prove the backup with
     * @param passphrase opens the master key in the backup, to put that in place too; empty to leave it in the backup
     * @param settings where the master key is, by the settings of a folder
     */
    public record Request(
            Path data,
            boolean force,
            boolean withoutKey,
            Optional<String> passphrase,
            SettingsReader settings,
            Instant now) {}

    /** Reads the settings of the folder that is to be, and refuses wrong ones with words for the person. */
    @FunctionalInterface
    public interface SettingsReader {
        KeySettings in(Path folder) throws BackupException;
    }

    /**
     * What was done.
     *
     * @param made when the backup was made
     * @param former where what stood there before is kept; empty when there was nothing
     * @param proven true when the master key proved the backup; false when nothing in it is sealed or no key was there
     * @param leftOut secret settings to be written again
     */
    public record Outcome(Instant made, int files, Optional<Path> former, boolean proven, List<String> leftOut) {
        public Outcome {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Stands in a data folder while its files are being exchanged; names the folder with the former ones. */
    static Path marker(Path data) {
        return data.resolve("restore.unfinished");
    }

    /**
     * Restores {@code file}.
     *
     * @throws BackupException when it cannot be; nothing was changed then
     * @throws IOException when the disk fails; {@link DataLock#use} refuses a folder that was left half exchanged
     */
    @SuppressWarnings("try") // held, not used
    public static Outcome run(Request request, Path file) throws IOException, BackupException, KeyException {
        try (Archive archive = Archive.open(file)) {
            boolean madeHere = !Files.exists(request.data());
            boolean done = false;
            try (DataLock alone = DataLock.alone(request.data())) {
                requireRoom(request);
                clear(request.data());
                Path staged = Files.createTempDirectory(request.data(), ".restore-");
                PrivateFiles.makeFolder(staged);
                try {
                    Outcome outcome = new Restore(request, archive, staged).run();
                    done = true;
                    return outcome;
                } finally {
                    Trees.delete(staged);
                }
            } finally {
                if (madeHere && !done) {
                    Trees.delete(request.data());
                }
            }
        }
    }

    /** What a run left behind that was killed before it moved anything. */
    private static void clear(Path data) throws IOException {
        try (Stream<Path> all = Files.list(data)) {
            for (Path left : all.filter(p -> p.getFileName().toString().startsWith(".restore-"))
                    .toList()) {
                Trees.delete(left);
            }
        }
    }

    private static void requireRoom(Request request) throws BackupException {
        List<String> standing =
                Contents.standing(request.data(), request.passphrase().isPresent());
        if (!standing.isEmpty() && !request.force() && !Files.exists(marker(request.data()))) {
            throw new BackupException(request.data() + " already holds " + String.join(", ", standing)
                    + ". With --force they are moved aside, into a folder before-restore-… beside them, and kept");
        }
    }

    private Outcome run() throws IOException, BackupException, KeyException {
        archive.unpackTo(staged);
        boolean proven = prove();
        Optional<Path> former = exchange();
        return new Outcome(
                archive.manifest().at(),
                archive.manifest().files().size(),
                former,
                proven,
                archive.manifest().leftOut());
    }

    private boolean prove() throws IOException, BackupException, KeyException {
        if (request.passphrase().isPresent() && !archive.has(Contents.LOCKED_KEY)) {
            throw new BackupException("There is no master key in this backup; it was made without --with-keys."
                    + " Leave --with-keys out. Nothing was changed");
        }
        if (archive.has(Contents.DATABASE)) {
            try {
                SqliteStorage.requireSound(staged.resolve(Contents.DATABASE));
            } catch (StorageException e) {
                throw new BackupException("The database in the backup cannot be used: " + e.getMessage(), e);
            }
        }
        if (archive.has(Contents.PUBLIC)) {
            ReceiptVerifier.of(staged.resolve(Contents.PUBLIC));
        }
        KeySettings settings = request.settings().in(staged);
        if (!archive.has(Contents.CHECK)) {
            return false;
        }
        StagedKeys keys = stagedKeys(settings);
        if (request.passphrase().isPresent()) {
            unlock(keys, request.passphrase().get());
        }
        if (!keys.hasMaster()) {
            if (request.withoutKey()) {
                return false;
            }
            throw new BackupException(
                    "The master key is not at " + keys.place() + ", so the backup cannot be proven to be"
                            + " whole and to open. Put the key there first, or restore with --with-keys PASSPHRASE-FILE if the"
                            + " backup was made so, or with --without-key to restore now and put the key there before the"
                            + " server starts. Nothing was changed");
        }
        String proof = archive.proof().orElseThrow(() -> new BackupException(Archive.DAMAGED));
        byte[] expected = keys.fingerprint(Backup.PROOF_PURPOSE, archive.manifestHash());
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(proof))) {
            throw new BackupException(Archive.DAMAGED);
        }
        return true;
    }

    private StagedKeys stagedKeys(KeySettings settings) throws KeyException {
        return StagedKeys.in(settings, request.data().resolve(Contents.KEYS), staged.resolve(Contents.KEYS));
    }

    private void unlock(StagedKeys keys, String passphrase) throws IOException, KeyException {
        keys.unlock(Files.readAllBytes(staged.resolve(Contents.LOCKED_KEY)), passphrase);
    }

    private Optional<Path> exchange() throws IOException, KeyException, BackupException {
        Path data = request.data();
        Files.deleteIfExists(staged.resolve(Contents.LOCKED_KEY));
        if (archive.has(Contents.CHECK)) {
            stagedKeys(request.settings().in(staged)).settle();
        }
        Path former = Files.createTempDirectory(data, "before-restore-" + STAMP.format(request.now()) + "-");
        PrivateFiles.makeFolder(former);
        PrivateFiles.write(marker(data), (former + "\n").getBytes(StandardCharsets.UTF_8));
        boolean masterToo = Files.exists(staged.resolve(Contents.MASTER));
        List<String> standing = Contents.standing(data, masterToo);
        for (String name : standing) {
            move(data.resolve(name), former.resolve(name));
        }
        for (String name : Contents.standing(staged, true)) {
            move(staged.resolve(name), data.resolve(name));
        }
        PrivateFiles.force(data);
        Files.delete(marker(data));
        PrivateFiles.force(data);
        if (standing.isEmpty()) {
            Files.delete(former);
            return Optional.empty();
        }
        return Optional.of(former);
    }

    private static void move(Path from, Path to) throws IOException {
        Path folder = PrivateFiles.folderOf(to);
        if (!Files.exists(folder)) {
            PrivateFiles.makeFolder(folder);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.force(folder);
    }
}
