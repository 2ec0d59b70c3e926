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
import java.util.Optional;

/**
 * A SQLite file: write-ahead log, and every commit on disk before it returns. SQLite writes one at a time, so one
 * connection writes for all; reading has its own and waits for no writer.
 */
final class SqliteFile implements AutoCloseable {
    /** In order; a migration that was released is never edited, the next one is added. */
    private static final List<String> MIGRATIONS = List.of(
            "001-feedback.sql",
            "002-reports.sql",
            "003-accounts.sql",
            "004-slack.sql",
            "005-querylog.sql",
            "006-awaited.sql",
            "007-teams.sql",
            "008-gaps.sql",
            "009-publishing.sql",
            "010-rehearsal.sql",
            "011-acknowledgements.sql",
            "012-read-by.sql",
            "013-before.sql");

    private final Path path;
    private final GroupCommit writer;
    private final Readers readers;
    /** On account of which delivery this thread works; a transaction runs on another thread. */
    private final ThreadLocal<String> delivery = new ThreadLocal<>();

    private SqliteFile(Path path, GroupCommit writer, Readers readers) {
        this.path = path;
        this.writer = writer;
        this.readers = readers;
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
            GroupCommit writer = new GroupCommit(connection, "write-" + path.getFileName());
            try {
                writer.alone(SqliteFile::prepare);
                writer.transaction(open -> migrate(path, open));
                return new SqliteFile(path, writer, Readers.open(path));
            } catch (SQLException | RuntimeException e) {
                writer.close();
                throw e;
            }
        } catch (SQLException e) {
            throw unusable(path, e);
        }
    }

    /**
     * Runs {@code work} wholly or not at all; it is on disk on return. It writes and reads by its connection alone and must
     * not wait for another transaction.
     */
    <T> T transaction(Work<T> work) {
        try {
            return writer.transaction(work);
        } catch (SQLException e) {
            throw unusable(path, e);
        }
    }

    /** Does {@code work} on account of a delivery, which {@link #delivery()} names meanwhile. */
    void during(String hash, Runnable work) {
        delivery.set(hash);
        try {
            work.run();
        } finally {
            delivery.remove();
        }
    }

    /** The delivery on account of which this thread works; to be asked before a transaction. */
    Optional<String> delivery() {
        return Optional.ofNullable(delivery.get());
    }

    /** Runs {@code work}, which writes nothing, on the database as it is at one moment: all that was committed before. */
    <T> T read(Work<T> work) {
        try {
            return readers.read(work);
        } catch (SQLException e) {
            throw unusable(path, e);
        }
    }

    /** Writes the log into the file and empties it, so that what was deleted and overwritten is in neither. */
    void scrub() {
        try {
            readers.without(
                    open -> {
                        try (Statement statement = open.createStatement()) {
                            return statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                        }
                    },
                    writer);
        } catch (SQLException e) {
            throw unusable(path, e);
        }
    }

    /** The readers first: the last to close, which writes the log into the file, overwrites what was deleted. */
    @Override
    public void close() {
        try {
            readers.close();
        } catch (SQLException e) {
            throw unusable(path, e);
        } finally {
            closeWriter();
        }
    }

    private void closeWriter() {
        try {
            writer.close();
        } catch (SQLException e) {
            throw unusable(path, e);
        }
    }

    private static boolean prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute("PRAGMA foreign_keys = ON");
            // What is deleted is overwritten: a destroyed data key must not be left in a free page.
            return statement.execute("PRAGMA secure_delete = ON");
        }
    }

    private static int migrate(Path path, Connection open) throws SQLException {
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
