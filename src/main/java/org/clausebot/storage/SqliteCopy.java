package org.clausebot.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Whole copies of a database: made while it is in use, and judged before one is put in place. */
final class SqliteCopy {
    private SqliteCopy() {}

    /** VACUUM INTO: one moment's state, without pages that were freed, so that nothing deleted goes into a backup. */
    static void copy(Path database, Path copy) {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(10_000);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + database.toAbsolutePath());
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            // SQLite fills an empty file that is there, and so keeps its rights.
            if (copy.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            vacuum.setString(1, copy.toAbsolutePath().toString());
            vacuum.execute();
        } catch (SQLException | IOException e) {
            throw new StorageException(
                    database + " cannot be copied to " + copy + ": " + e.getMessage() + ". Check the disk", e);
        }
    }

    static void requireSound(Path database, int newestForm) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + database.toAbsolutePath());
                Statement statement = connection.createStatement()) {
            String found = first(statement, "PRAGMA integrity_check(1)");
            if (!found.equals("ok")) {
                throw new StorageException(database.getFileName() + " is damaged");
            }
            int form = Integer.parseInt(first(statement, "PRAGMA user_version"));
            if (form < 1 || form > newestForm) {
                throw new StorageException(
                        database.getFileName() + " was written by another version of this program (its form is " + form
                                + ", this program knows " + newestForm + "); restore it with that version");
            }
        } catch (SQLException e) {
            throw new StorageException(database.getFileName() + " is no database that can be read", e);
        }
    }

    private static String first(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
