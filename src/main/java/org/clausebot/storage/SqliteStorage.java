package org.clausebot.storage;

import java.nio.file.Path;
import org.clausebot.chat.Feedback;
import org.clausebot.desk.signin.Accounts;
import org.clausebot.desk.signin.DeskSessions;

/** One SQLite file with all that the program keeps; hands each caller the port it needs. */
public final class SqliteStorage implements AutoCloseable {
    private final SqliteFile file;

    private SqliteStorage(SqliteFile file) {
        this.file = file;
    }

    /**
     * Opens {@code file}, made on first use and readable by its owner only, and brings it up to date.
     *
     * @throws StorageException when it cannot be opened, is damaged or was written by a newer program
     */
    public static SqliteStorage open(Path file) {
        return new SqliteStorage(SqliteFile.open(file));
    }

    public Feedback feedback() {
        return new SqliteFeedback(file);
    }

    public Accounts accounts() {
        return new SqliteAccounts(file);
    }

    public DeskSessions deskSessions() {
        return new SqliteDeskSessions(file);
    }

    @Override
    public void close() {
        file.close();
    }
}
