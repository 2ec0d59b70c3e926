package org.clausebot.app;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Whether the server runs, for those who were cut off when it was killed. */
final class Gate {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable HttpClient client;
    private int run;
    private boolean last;

    /** A client for one run of the server: connections to a dead one are never used again. */
    record Up(int run, HttpClient client) {}

    void opened(boolean theLast) {
        lock.lock();
        try {
            client = newClient();
            run++;
            last = theLast;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    static HttpClient newClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    void killed() {
        lock.lock();
        try {
            if (client != null) {
                client.shutdownNow();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isLast() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a run of the server later than {@code before}; 0 takes the one that is there. */
    Up after(int before) throws InterruptedException {
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            while (run <= before || client == null) {
                if (left <= 0) {
                    throw new IllegalStateException("The server broke off run " + before + " and did not come back");
                }
                left = changed.awaitNanos(left);
            }
            return new Up(run, client);
        } finally {
            lock.unlock();
        }
    }
}
