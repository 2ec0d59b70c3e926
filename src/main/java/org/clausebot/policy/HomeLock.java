package org.clausebot.policy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/** One writer at a time in a policy's folder, whether in this process or in another. */
public final class HomeLock {
    private static final String FILE = ".lock";
    private static final ConcurrentMap<Path, ReentrantLock> HELD = new ConcurrentHashMap<>();

    private HomeLock() {}

    /** What is done while nobody else writes. */
    @FunctionalInterface
    public interface Work<T> {
        T done() throws IOException, LibraryException;
    }

    /** @param home the policy's folder; made where it is not there */
    public static <T> T in(Path home, Work<T> work) throws IOException, LibraryException {
        Files.createDirectories(home);
        ReentrantLock lock = HELD.computeIfAbsent(home.toRealPath(), path -> new ReentrantLock());
        lock.lock();
        try (FileChannel channel =
                        FileChannel.open(home.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException("The lock was lost");
            }
            return work.done();
        } finally {
            lock.unlock();
        }
    }
}
