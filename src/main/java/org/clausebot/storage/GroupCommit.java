package org.clausebot.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Writes for everybody, on one connection and one thread: whatever came in while the last commit was on its way to the
 * disk goes into the next one together, so that ten who wait pay for one commit. Each is answered only after the commit
 * that holds their change; one that fails is taken back by itself and the others are kept.
 *
 * <p>A thread of its own because a commit blocks in native code: it would hold up one of the few threads that carry all
 * requests.
 */
final class GroupCommit implements AutoCloseable {
    /** Few enough that the first of them does not wait long for the last. */
    private static final int MOST = 64;

    private final Connection connection;
    private final BlockingQueue<Pending<?>> waiting = new LinkedBlockingQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Pending<Integer> last = new Pending<>(open -> 0, false);
    private final Thread thread;

    GroupCommit(Connection connection, String name) {
        this.connection = connection;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        thread.start();
    }

    /** One who waits for their change. */
    private static final class Pending<T> {
        private final SqliteFile.Work<T> work;
        private final boolean together;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private @Nullable Throwable fault;
        private Runnable settle = () -> {};

        Pending(SqliteFile.Work<T> work, boolean together) {
            this.work = work;
            this.together = together;
        }

        /** Does the work and keeps what came of it until it is to be told. False when it failed. */
        boolean tried(Connection connection) {
            try {
                T result = work.in(connection);
                settle = () -> done.complete(result);
                return true;
            } catch (SQLException | RuntimeException | Error e) {
                fault = e;
                settle = () -> done.completeExceptionally(e);
                return false;
            }
        }

        /** Nothing of the whole group was kept; who failed by themselves hears why. */
        void lost(Throwable cause) {
            done.completeExceptionally(fault == null ? cause : fault);
        }
    }

    /**
     * Runs {@code work} in a transaction and returns when it is on disk.
     *
     * @throws SQLException when it, or the commit, fails; nothing of it is kept then
     */
    <T> T transaction(SqliteFile.Work<T> work) throws SQLException {
        return ask(new Pending<>(work, true));
    }

    /** Runs {@code work} outside any transaction, while no other runs. */
    <T> T alone(SqliteFile.Work<T> work) throws SQLException {
        return ask(new Pending<>(work, false));
    }

    private <T> T ask(Pending<T> pending) throws SQLException {
        if (thread.equals(Thread.currentThread())) {
            throw new IllegalStateException("A transaction cannot wait for another");
        }
        synchronized (closed) {
            if (closed.get()) {
                throw new SQLException("the database is closed");
            }
            waiting.add(pending);
        }
        try {
            return pending.done.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case SQLException cause -> throw new SQLException(cause.getMessage(), cause);
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }

    private void run() {
        List<Pending<?>> group = new ArrayList<>();
        boolean open = true;
        while (open) {
            try {
                group.add(waiting.take());
            } catch (InterruptedException e) {
                // Nobody has this thread's name to interrupt it; those who wait must be answered.
                continue;
            }
            waiting.drainTo(group, MOST - 1);
            open = !group.contains(last);
            serve(group);
            group.clear();
        }
    }

    private void serve(List<Pending<?>> group) {
        List<Pending<?>> together = new ArrayList<>();
        for (Pending<?> pending : group) {
            if (pending.together) {
                together.add(pending);
            } else {
                commit(together);
                together.clear();
                pending.tried(connection);
                pending.settle.run();
            }
        }
        commit(together);
    }

    private void commit(List<Pending<?>> together) {
        if (together.isEmpty()) {
            return;
        }
        try {
            // Taken for writing at once: a transaction that reads before it writes would be refused, and not wait,
            // when a command of another process (rotating keys) had written in between.
            execute("BEGIN IMMEDIATE");
            for (Pending<?> pending : together) {
                separately(pending);
            }
            execute("COMMIT");
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            together.forEach(pending -> pending.lost(e));
            return;
        }
        together.forEach(pending -> pending.settle.run());
    }

    private void separately(Pending<?> pending) throws SQLException {
        execute("SAVEPOINT one");
        if (!pending.tried(connection)) {
            // Fails when SQLite has given up the whole transaction, such as on a full disk: then nobody's is kept.
            execute("ROLLBACK TO one");
        }
        execute("RELEASE one");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rollBack(Throwable cause) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            if (!e.equals(cause)) {
                cause.addSuppressed(e);
            }
        }
    }

    /** Lets those who wait be served, then closes the connection. */
    @Override
    public void close() throws SQLException {
        synchronized (closed) {
            if (!closed.getAndSet(true)) {
                waiting.add(last);
            }
        }
        last.done.join();
        connection.close();
    }
}
