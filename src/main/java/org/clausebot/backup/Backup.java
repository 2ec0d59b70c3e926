package org.clausebot.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clausebot.seal.KeyException;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.PrivateFiles;
import org.clausebot.seal.Vault;
import org.clausebot.storage.SqliteStorage;

/**
 * Copies a data folder into one file while the server runs: a zip with the database, the policies, the settings, the
 * school and the wrapped keys, a manifest with their SHA-256, and a proof that only the keys can make.
 */
public final class Backup {
    static final String PROOF_PURPOSE = "clausebot-backup";

    private Backup() {}

    /**
     * What to copy.
     *
     * @param ring opens the keys; asked when the folder has any
     * @param settings the copy of {@code clausebot.yaml}, without secrets; empty when there is none
     * @param leftOut the secret settings that are not in it
     * @param passphrase locks a copy of the master key into the backup; empty for none
     */
    public record Request(
            Path data,
            RingOpener ring,
            Optional<String> settings,
            List<String> leftOut,
            Optional<String> passphrase,
            Instant now) {
        public Request {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Opens the keys of the folder. */
    @FunctionalInterface
    public interface RingOpener {
        KeyRing open() throws IOException, KeyException;
    }

    /**
     * What was written.
     *
     * @param files how many
     * @param bytes the size of the backup
     * @param masterKey where the master key is that opens it; empty when nothing in it is sealed
     */
    public record Written(int files, long bytes, Optional<String> masterKey) {}

    /**
     * Writes the backup to {@code file}, reads it back, and only then gives it its name.
     *
     * @throws BackupException when {@code file} is there already or something of the folder is not as it should be
     */
    @SuppressWarnings("try") // held, not used
    public static Written write(Request request, Path file) throws IOException, BackupException, KeyException {
        if (Files.exists(file)) {
            throw new BackupException(file + " is there already and was left as it is; name another file");
        }
        Path folder = PrivateFiles.folderOf(file);
        if (!Files.isDirectory(folder)) {
            throw new BackupException("There is no folder " + folder + "; make it first");
        }
        if (!Files.isDirectory(request.data())) {
            throw new BackupException("There is no data folder " + request.data());
        }
        try (DataLock using = DataLock.use(request.data());
                DataLock one = DataLock.backup(request.data())) {
            Path draft = Files.createTempFile(folder, "." + file.getFileName(), ".new", PrivateFiles.ownerOnly(folder));
            Path scratch = request.data().resolve(".backup");
            try {
                Optional<KeyRing> ring = ring(request);
                int files = fill(request, ring, draft, scratch);
                try (Archive written = Archive.open(draft)) {
                    written.verify();
                }
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                PrivateFiles.force(folder);
                return new Written(files, Files.size(file), ring.map(KeyRing::place));
            } finally {
                Trees.delete(scratch);
                Files.deleteIfExists(draft);
            }
        }
    }

    private static Optional<KeyRing> ring(Request request) throws IOException, BackupException, KeyException {
        if (Files.exists(request.data().resolve(Contents.CHECK))) {
            return Optional.of(request.ring().open());
        }
        if (request.passphrase().isPresent()) {
            throw new BackupException("This data folder has no keys yet, so --with-keys has nothing to put in");
        }
        return Optional.empty();
    }

    private static int fill(Request request, Optional<KeyRing> ring, Path draft, Path scratch)
            throws IOException, BackupException, KeyException {
        // What another run left behind when it was killed.
        Trees.delete(scratch);
        PrivateFiles.makeFolder(scratch);
        List<Manifest.Entry> entries = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel), StandardCharsets.UTF_8)) {
            Path data = request.data();
            // Keys and the audit's head before the database, so that the head is never ahead of the rows it counts.
            for (String name : Contents.files(data)) {
                try (InputStream in = Files.newInputStream(data.resolve(name))) {
                    entries.add(add(zip, name, in));
                }
            }
            if (request.settings().isPresent()) {
                entries.add(add(
                        zip, Contents.SETTINGS, stream(request.settings().get().getBytes(StandardCharsets.UTF_8))));
            }
            if (ring.isPresent() && request.passphrase().isPresent()) {
                byte[] locked = ring.get().export(request.passphrase().get());
                entries.add(add(zip, Contents.LOCKED_KEY, stream(locked)));
            }
            if (Files.exists(data.resolve(Contents.DATABASE))) {
                Path copy = scratch.resolve(Contents.DATABASE);
                SqliteStorage.copy(data.resolve(Contents.DATABASE), copy);
                try (InputStream in = Files.newInputStream(copy)) {
                    entries.add(add(zip, Contents.DATABASE, in));
                }
            }
            String made = request.now().truncatedTo(ChronoUnit.SECONDS).toString();
            byte[] manifest = new Manifest(Manifest.FORM, made, entries, request.leftOut()).json();
            plain(zip, Contents.MANIFEST, manifest);
            if (ring.isPresent()) {
                String hash = HexFormat.of().formatHex(Archive.sha256().digest(manifest));
                plain(zip, Contents.PROOF, proof(ring.get().vault(), hash));
            }
            zip.finish();
            channel.force(true);
        }
        return entries.size();
    }

    static byte[] proof(Vault vault, String manifestHash) {
        return vault.fingerprint(PROOF_PURPOSE, manifestHash);
    }

    private static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private static Manifest.Entry add(ZipOutputStream zip, String name, InputStream in) throws IOException {
        MessageDigest digest = Archive.sha256();
        zip.putNextEntry(new ZipEntry(name));
        long bytes = in.transferTo(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        String hash = HexFormat.of().formatHex(digest.digest());
        return new Manifest.Entry(name, bytes, hash);
    }

    private static void plain(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
