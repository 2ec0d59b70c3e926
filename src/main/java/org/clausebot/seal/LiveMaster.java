package org.clausebot.seal;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The master key of a running program, which hears of a rotation by another process: the key is read again when its file
 * was replaced and something new is wrapped, or something was wrapped by a key that is not known yet.
 */
final class LiveMaster {
    private final KeyPlace place;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Read now;

    private record Read(MasterKey key, String stamp) {}

    LiveMaster(KeyPlace place) throws IOException, KeyException {
        this.place = place;
        this.now = read();
    }

    /** For wrapping: the newest. When that cannot be read, the one before still opens what it wraps. */
    MasterKey newest() {
        refresh();
        return now.key();
    }

    /** For opening: one that knows the key which wrapped this, if there is one. */
    MasterKey knowing(byte[] wrapped) {
        if (!now.key().knows(wrapped)) {
            refresh();
        }
        return now.key();
    }

    private void refresh() {
        reading.lock();
        try {
            if (!PrivateFiles.stamp(place.file()).equals(now.stamp())) {
                now = read();
            }
        } catch (IOException | KeyException e) {
            // The key in memory stays in use: a key file in trouble must not keep a report from being stored.
        } finally {
            reading.unlock();
        }
    }

    private Read read() throws IOException, KeyException {
        String stamp = PrivateFiles.stamp(place.file());
        return new Read(place.load(), stamp);
    }
}
