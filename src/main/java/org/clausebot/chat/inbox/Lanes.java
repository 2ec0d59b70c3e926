package org.clausebot.chat.inbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work in lanes: in a lane one after the other in order, lanes side by side, each on a virtual thread while it has work. */
public final class Lanes {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Deque<Runnable>> lanes = new HashMap<>();
    private boolean closed;

    /** @param name of its threads, such as {@code slack-person} */
    public Lanes(String name) {
        this.name = name;
    }

    /** False when the lanes are closed: the task will not be done. */
    public boolean run(String lane, Runnable task) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            Deque<Runnable> waiting = lanes.get(lane);
            if (waiting != null) {
                waiting.add(task);
                return true;
            }
            Deque<Runnable> begun = new ArrayDeque<>();
            begun.add(task);
            lanes.put(lane, begun);
            Thread.ofVirtual().name(name).start(() -> work(lane, begun));
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void work(String lane, Deque<Runnable> waiting) {
        while (true) {
            Runnable task;
            lock.lock();
            try {
                task = waiting.poll();
                if (task == null) {
                    lanes.remove(lane);
                    changed.signalAll();
                    return;
                }
            } finally {
                lock.unlock();
            }
            try {
                task.run();
            } catch (RuntimeException e) {
                // Its message may hold what a person typed.
                LOG.error("Work of {} failed: {}", name, e.getClass().getSimpleName());
            }
        }
    }

    /** Waits until there is no work. False when there still is after {@code most}. */
    public boolean drained(Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lock();
        try {
            while (!lanes.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return lanes.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no new work, drops what has not begun, and waits for what has. */
    public boolean close(Duration most) {
        lock.lock();
        try {
            closed = true;
            lanes.values().forEach(Deque::clear);
            long left = most.toNanos();
            while (!lanes.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return lanes.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
