package org.clausebot.seal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** One at a time makes or changes keys in a folder, over all threads and processes of this machine. */
final class KeysLock implements AutoCloseable {
    /** File locks are the process's, so that its own threads need another. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private KeysLock(FileChannel channel) {
        this.channel = channel;
    }

    static KeysLock hold(Path keys) throws IOException {
        PrivateFiles.makeFolder(keys);
        THREADS.lock();
        try {
            FileChannel channel = FileChannel.open(
                    keys.resolve(".lock"),
                    new HashSet<>(Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE)),
                    PrivateFiles.ownerOnly(keys));
            try {
                FileLock held = channel.lock();
                if (!held.isValid()) {
                    throw new IOException(keys + " cannot be locked");
                }
                return new KeysLock(channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
