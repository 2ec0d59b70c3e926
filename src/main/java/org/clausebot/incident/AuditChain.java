package org.clausebot.incident;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.seal.Vault;

/**
 * Hashes the rows of the audit log with a key that the database does not hold, and keeps the number and hash of the last
 * one in a file beside the keys: a row that was changed breaks the chain, and a tail that was cut off is missed by the
 * file.
 *
 * <p>The file is written after the commit, so the database may be ahead of it after a crash and is never behind. It is
 * not forced to the disk: the commit is, and a file that is a little old is caught up at the next start.
 */
public final class AuditChain implements AuditRows.Chain, AutoCloseable {
    private static final Pattern FORM = Pattern.compile("([0-9]{19}) ([0-9a-f]{64})\n");

    private final Vault vault;
    private final Path file;

    /** Not a channel: that would be closed for everybody when one thread is interrupted while it writes. */
    private final RandomAccessFile open;

    private final ReentrantLock lock = new ReentrantLock();
    private long written;

    private AuditChain(Vault vault, Path file, RandomAccessFile open) {
        this.vault = vault;
        this.file = file;
        this.open = open;
    }

    /** The last row as the file has it. */
    record Head(long seq, String hash) {}

    /**
     * @param file made when it is not there, readable by its owner only
     * @throws IOException when it cannot be read or made
     */
    public static AuditChain open(Vault vault, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        AuditChain chain = new AuditChain(vault, file, open);
        chain.written = chain.head().map(Head::seq).orElse(0L);
        return chain;
    }

    @Override
    public String hash(String before, long seq, AuditRows.Row row) {
        return HexFormat.of()
                .formatHex(vault.fingerprint(
                        "audit",
                        Tags.joined(
                                before,
                                Long.toString(seq),
                                Long.toString(row.at().toEpochMilli()),
                                row.school().value(),
                                row.record(),
                                row.actor(),
                                row.action())));
    }

    @Override
    public void committed(long seq, String hash) {
        lock.lock();
        try {
            if (seq > written) {
                write(seq, hash);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written; check the disk", e);
        } finally {
            lock.unlock();
        }
    }

    /** Writes the head even when the file has a later one: for after a cut that was noted in the log itself. */
    void reset(long seq, String hash) {
        lock.lock();
        try {
            write(seq, hash);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written; check the disk", e);
        } finally {
            lock.unlock();
        }
    }

    /** Of a fixed length and at one place, so that a reader sees the old head or the new one. */
    private void write(long seq, String hash) throws IOException {
        open.seek(0);
        open.write("%019d %s\n".formatted(seq, hash).getBytes(StandardCharsets.US_ASCII));
        written = seq;
    }

    /** Empty when the file is new, empty or not of its form. */
    Optional<Head> head() throws IOException {
        Matcher form = FORM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        return form.matches() ? Optional.of(new Head(Long.parseLong(form.group(1)), form.group(2))) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}
