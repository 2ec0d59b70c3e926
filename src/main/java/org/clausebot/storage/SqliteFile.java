package org.clausebot.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A SQLite file: write-ahead log, and every commit on disk before it returns. One connection and one lock, because
 * SQLite writes one at a time anyway and a vote takes a millisecond or few.
 */
final class SqliteFile implements AutoCloseable {
    /** In order; a migration that was released is never edited, the next one is added. */
    private static final List<String> MIGRATIONS =
            List.of("001-feedback.sql", "002-reports.sql", "003-accounts.sql", "004-slack.sql");

    private final Path path;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    private SqliteFile(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /** Work that is done wholly or not at all. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** The number that the newest migration gives a database. */
    static int newestForm() {
        return MIGRATIONS.size();
    }

    static SqliteFile open(Path path) {
        try {
            makePrivate(path);
        } catch (IOException e) {
            throw new StorageException(path + " cannot be made; check that its folder may be written to", e);
        }
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path.toAbsolutePath());
            SqliteFile file = new SqliteFile(path, connection);
            try {
                file.prepare();
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
            return file;
        } catch (SQLException e) {
            throw unusable(path, e);
        }
    }

    <T> T transaction(Work<T> work) {
        lock.lock();
        try {
            // Taken for writing at once: a transaction that reads before it writes would be refused, and not wait,
            // when a command of another process (rotating keys) had written in between.
            run("BEGIN IMMEDIATE");
            T result = work.in(connection);
            run("COMMIT");
            return result;
        } catch (SQLException e) {
            rollBack(e);
            throw unusable(path, e);
        } catch (RuntimeException | Error e) {
            rollBack(e);
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Writes the log into the file and empties it, so that what was deleted and overwritten is in neither. */
    void scrub() {
        lock.lock();
        try {
            run("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw unusable(path, e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw unusable(path, e);
        } finally {
            lock.unlock();
        }
    }

    private void rollBack(Throwable cause) {
        try {
            run("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute("PRAGMA foreign_keys = ON");
            // What is deleted is overwritten: a destroyed data key must not be left in a free page.
            statement.execute("PRAGMA secure_delete = ON");
        }
        transaction(this::migrate);
    }

    private int migrate(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            int version;
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                version = row.next() ? row.getInt(1) : 0;
            }
            if (version > MIGRATIONS.size()) {
                throw new StorageException(path + " was written by a newer version of this program (its form is "
                        + version + ", this program knows " + MIGRATIONS.size() + "); start the newer version");
            }
            for (int next = version; next < MIGRATIONS.size(); next++) {
                for (String sql : script(MIGRATIONS.get(next)).split(";\\s*\n", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
            statement.execute("PRAGMA user_version = " + MIGRATIONS.size());
            return version;
        }
    }

    private static String script(String name) {
        try (InputStream in = SqliteFile.class.getResourceAsStream("/db/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file db/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The program cannot read its file db/" + name, e);
        }
    }

    private static void makePrivate(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            if (posix) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (FileAlreadyExistsException e) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static StorageException unusable(Path path, SQLException cause) {
        return new StorageException(
                path + " cannot be used: " + cause.getMessage() + ". Check the disk, or put back a copy of the file",
                cause);
    }
}
