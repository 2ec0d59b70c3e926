package org.clausebot.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.clausebot.seal.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a data folder: many programs together, or one alone that changes what all of them rely on. A lock of the
 * operating system on {@code .lock} in the folder, which goes with the process that holds it, however that ends.
 */
public final class DataLock implements AutoCloseable {
    /** File locks belong to the process, so that within it they are counted. */
    private static final Map<Path, Held> HELD = new HashMap<>();

    private final Path file;
    private boolean closed;

    private DataLock(Path file) {
        this.file = file;
    }

    private static final class Held {
        private final FileChannel channel;
        private final boolean shared;
        private int count = 1;

        private Held(FileChannel channel, boolean shared) {
            this.channel = channel;
            this.shared = shared;
        }
    }

    /**
     * For a program that reads and writes the folder beside others.
     *
     * @throws BackupException when another holds it alone, or a restore was interrupted in it
     */
    public static DataLock use(Path data) throws IOException, BackupException {
        DataLock lock = hold(data, ".lock", true);
        if (lock == null) {
            throw new BackupException("Another command is restoring " + data
                    + " or changing its keys just now. Wait until it has ended and try again");
        }
        if (Files.exists(Restore.marker(data))) {
            lock.close();
            throw new BackupException(
                    "A restore into " + data + " was interrupted, so that it is neither as before nor as"
                            + " in the backup. Run the same ./clausebot restore once more; what stood there before is kept in "
                            + Files.readString(Restore.marker(data)).strip());
        }
        return lock;
    }

    /**
     * For one that must be alone.
     *
     * @throws BackupException when a server or another command uses the folder
     */
    public static DataLock alone(Path data) throws IOException, BackupException {
        DataLock lock = hold(data, ".lock", false);
        if (lock == null) {
            throw new BackupException(
                    "A server or another command uses " + data + ". Stop it first; nothing was changed");
        }
        return lock;
    }

    /** For the one backup that may be made at a time. */
    static DataLock backup(Path data) throws IOException, BackupException {
        DataLock lock = hold(data, ".backup.lock", false);
        if (lock == null) {
            throw new BackupException("Another backup of " + data + " is being made just now. Wait until it has ended");
        }
        return lock;
    }

    private static @Nullable DataLock hold(Path data, String name, boolean shared) throws IOException {
        Files.createDirectories(data);
        Path file = data.toRealPath().resolve(name);
        synchronized (HELD) {
            Held held = HELD.get(file);
            if (held != null) {
                if (!held.shared || !shared) {
                    return null;
                }
                held.count++;
                return new DataLock(file);
            }
            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PrivateFiles.ownerOnly(file));
            try {
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
                if (lock == null) {
                    channel.close();
                    return null;
                }
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            HELD.put(file, new Held(channel, shared));
            return new DataLock(file);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            Held held = HELD.get(file);
            if (closed || held == null) {
                return;
            }
            closed = true;
            held.count--;
            if (held.count == 0) {
                HELD.remove(file);
                held.channel.close();
            }
        }
    }
}
