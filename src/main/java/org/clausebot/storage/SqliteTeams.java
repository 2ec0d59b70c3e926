package org.clausebot.storage;

import java.util.Optional;
import org.clausebot.chat.teams.wire.References;

/** {@link References} in SQLite. */
final class SqliteTeams implements References {
    private final SqliteFile file;

    SqliteTeams(SqliteFile file) {
        this.file = file;
    }

    @Override
    public void keep(Row row) {
        file.transaction(connection -> Sql.run(
                connection,
                "INSERT OR REPLACE INTO teams_reference (id, wrapped, body) VALUES (?, ?, ?)",
                row.id(),
                row.wrapped(),
                row.body()));
    }

    @Override
    public Optional<Row> of(String id) {
        return file.read(connection -> Sql.one(
                connection,
                "SELECT id, wrapped, body FROM teams_reference WHERE id = ?",
                row -> new Row(row.getString(1), row.getBytes(2), row.getBytes(3)),
                id));
    }

    @Override
    public void forget(String id) {
        file.transaction(connection -> Sql.run(connection, "DELETE FROM teams_reference WHERE id = ?", id));
    }
}
