package org.clausebot.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.clausebot.seal.PrivateFiles;

/**
 * A backup file, read without trust: only names that a backup may hold, each once; each entry unpacked no further than
 * the manifest says and the disk has room for; and every byte checked against the manifest's SHA-256.
 */
final class Archive implements AutoCloseable {
    static final String DAMAGED = "This file is no whole backup: it is damaged, cut short, was changed, or was made by"
            + " another program. Nothing was changed; take another backup";

    private static final int MOST_ENTRIES = 50_000;
    private static final int MOST_MANIFEST = 16 * 1024 * 1024;
    private static final int MOST_PROOF = 200;
    /** Room that is left free on the disk. */
    private static final long MARGIN = 64L * 1024 * 1024;

    private final ZipFile zip;
    private final byte[] manifestBytes;
    private final Manifest manifest;

    private Archive(ZipFile zip) throws IOException, BackupException {
        this.zip = zip;
        List<ZipEntry> entries = new ArrayList<>(Collections.list(zip.entries()));
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            boolean known = Contents.mayHold(name) || name.equals(Contents.MANIFEST) || name.equals(Contents.PROOF);
            if (!known || !names.add(name) || entries.size() > MOST_ENTRIES) {
                throw new BackupException(DAMAGED);
            }
        }
        this.manifestBytes = small(Contents.MANIFEST, MOST_MANIFEST).orElseThrow(() -> new BackupException(DAMAGED));
        this.manifest = Manifest.read(manifestBytes);
        Set<String> listed = new HashSet<>(Set.of(Contents.MANIFEST));
        manifest.files().forEach(file -> listed.add(file.name()));
        names.remove(Contents.PROOF);
        if (!names.equals(listed)) {
            throw new BackupException(DAMAGED);
        }
    }

    static Archive open(Path file) throws BackupException {
        if (!Files.isRegularFile(file)) {
            throw new BackupException("There is no file " + file);
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new Archive(zip);
            } catch (IOException | BackupException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new BackupException(DAMAGED, e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** What the proof is of. */
    String manifestHash() {
        return HexFormat.of().formatHex(sha256().digest(manifestBytes));
    }

    /** Made with a key, so that nobody without it can have changed the backup; empty in one without reports. */
    Optional<String> proof() throws BackupException {
        try {
            return small(Contents.PROOF, MOST_PROOF).map(bytes -> HexFormat.of().formatHex(bytes));
        } catch (IOException e) {
            throw new BackupException(DAMAGED, e);
        }
    }

    boolean has(String name) {
        return manifest.files().stream().anyMatch(file -> file.name().equals(name));
    }

    /** Reads all of it and compares. */
    void verify() throws IOException, BackupException {
        for (Manifest.Entry entry : manifest.files()) {
            unpack(entry, OutputStream.nullOutputStream());
        }
    }

    /** Unpacks all into {@code folder}, which is empty; each file is whole and on disk on return. */
    void unpackTo(Path folder) throws IOException, BackupException {
        long all = manifest.files().stream().mapToLong(Manifest.Entry::bytes).reduce(0, Archive::sum);
        if (all > Files.getFileStore(folder).getUsableSpace() - MARGIN) {
            throw new BackupException("The disk of " + PrivateFiles.folderOf(folder) + " has no room for the backup ("
                    + all / 1_000_000 + " MB unpacked). Make room; nothing was changed");
        }
        for (Manifest.Entry entry : manifest.files()) {
            Path file = folder.resolve(entry.name());
            PrivateFiles.makeFolder(PrivateFiles.folderOf(file));
            try (FileChannel channel = FileChannel.open(
                            file,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PrivateFiles.ownerOnly(folder));
                    OutputStream out = Channels.newOutputStream(channel)) {
                unpack(entry, out);
                channel.force(true);
            }
        }
    }

    private static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private void unpack(Manifest.Entry entry, OutputStream to) throws IOException, BackupException {
        MessageDigest digest = sha256();
        DigestOutputStream out = new DigestOutputStream(to, digest);
        byte[] buffer = new byte[64 * 1024];
        long left = entry.bytes();
        try (InputStream in = zip.getInputStream(new ZipEntry(entry.name()))) {
            if (in == null) {
                throw new BackupException(DAMAGED);
            }
            for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
                left -= n;
                if (left < 0) {
                    throw new BackupException(DAMAGED);
                }
                out.write(buffer, 0, n);
            }
        }
        if (left != 0 || !HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw new BackupException(DAMAGED);
        }
    }

    /** What cannot be read is the backup's fault; what cannot be written is the disk's. */
    private static int read(InputStream in, byte[] buffer) throws BackupException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new BackupException(DAMAGED, e);
        }
    }

    private Optional<byte[]> small(String name, int most) throws IOException, BackupException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new BackupException(DAMAGED);
            }
            return Optional.of(bytes);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
