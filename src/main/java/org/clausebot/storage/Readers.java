package org.clausebot.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Connections that only read. With a write-ahead log a reader waits for no writer: it sees everything that was committed
 * before it began, and nothing of what is being written.
 */
final class Readers implements AutoCloseable {
    /** Reading is a matter of microseconds; more would only hold more memory. */
    private static final int COUNT = 3;

    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore free = new Semaphore(COUNT, true);

    private Readers() {}

    static Readers open(Path path) throws SQLException {
        Readers readers = new Readers();
        try {
            for (int i = 0; i < COUNT; i++) {
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path.toAbsolutePath());
                readers.idle.add(connection);
                execute(connection, "PRAGMA busy_timeout = 5000");
                execute(connection, "PRAGMA query_only = ON");
            }
            return readers;
        } catch (SQLException e) {
            readers.close();
            throw e;
        }
    }

    /** Runs {@code work} on the database as it is at one moment. */
    <T> T read(SqliteFile.Work<T> work) throws SQLException {
        free.acquireUninterruptibly();
        try {
            Connection connection = idle.poll();
            if (connection == null) {
                throw new SQLException("the database is closed");
            }
            try {
                return read(connection, work);
            } finally {
                idle.push(connection);
            }
        } finally {
            free.release();
        }
    }

    private static <T> T read(Connection connection, SqliteFile.Work<T> work) throws SQLException {
        execute(connection, "BEGIN");
        try {
            return work.in(connection);
        } finally {
            // Over either way; nothing was written.
            execute(connection, "ROLLBACK");
        }
    }

    /** Runs {@code work} while nobody reads: an older state that is being read cannot be cleared away. */
    void without(SqliteFile.Work<?> work, GroupCommit writer) throws SQLException {
        free.acquireUninterruptibly(COUNT);
        try {
            writer.alone(work);
        } finally {
            free.release(COUNT);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Waits for those who read. */
    @Override
    public void close() throws SQLException {
        free.acquireUninterruptibly(COUNT);
        List<Connection> all = new ArrayList<>(idle);
        idle.clear();
        free.release(COUNT);
        for (Connection connection : all) {
            connection.close();
        }
    }
}
