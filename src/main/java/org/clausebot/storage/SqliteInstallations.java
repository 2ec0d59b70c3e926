package org.clausebot.storage;

import java.util.Optional;
import org.clausebot.chat.slack.wire.Installations;

/** {@link Installations} in SQLite. */
final class SqliteInstallations implements Installations {
    private final SqliteFile file;

    SqliteInstallations(SqliteFile file) {
        this.file = file;
    }

    @Override
    public void keep(Row row) {
        file.transaction(connection -> Sql.run(
                connection,
                "INSERT OR REPLACE INTO slack_installation (id, wrapped, body) VALUES (?, ?, ?)",
                row.id(),
                row.wrapped(),
                row.body()));
    }

    @Override
    public Optional<Row> of(String id) {
        return file.transaction(connection -> Sql.one(
                connection,
                "SELECT id, wrapped, body FROM slack_installation WHERE id = ?",
                row -> new Row(row.getString(1), row.getBytes(2), row.getBytes(3)),
                id));
    }

    @Override
    public boolean forget(String id) {
        return file.transaction(
                connection -> Sql.run(connection, "DELETE FROM slack_installation WHERE id = ?", id) == 1);
    }

    @Override
    public int count() {
        return file.transaction(
                connection -> Sql.one(connection, "SELECT COUNT(*) FROM slack_installation", row -> row.getInt(1))
                        .orElse(0));
    }
}
