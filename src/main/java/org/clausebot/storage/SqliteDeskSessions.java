package org.clausebot.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebot.desk.signin.DeskSessions;
import org.clausebot.policy.SchoolId;

/** {@link DeskSessions} in SQLite. */
final class SqliteDeskSessions implements DeskSessions {
    private static final String SELECT = "SELECT hash, id, school, receiver, how, began, used FROM desk_session";

    private final SqliteFile file;

    SqliteDeskSessions(SqliteFile file) {
        this.file = file;
    }

    @Override
    public void begin(Kept session) {
        file.transaction(connection -> Sql.run(
                connection,
                "INSERT INTO desk_session (hash, id, school, receiver, how, began, used) VALUES (?, ?, ?, ?, ?, ?, ?)",
                session.hash(),
                session.id(),
                session.school().value(),
                session.receiver(),
                session.how(),
                session.began().toEpochMilli(),
                session.used().toEpochMilli()));
    }

    @Override
    public Optional<Kept> find(String hash) {
        return file.read(connection -> Sql.one(connection, SELECT + " WHERE hash = ?", SqliteDeskSessions::kept, hash));
    }

    @Override
    public void used(String hash, Instant at) {
        file.transaction(connection ->
                Sql.run(connection, "UPDATE desk_session SET used = ? WHERE hash = ?", at.toEpochMilli(), hash));
    }

    @Override
    public void end(SchoolId school, String receiver, String id) {
        file.transaction(connection -> Sql.run(
                connection,
                "DELETE FROM desk_session WHERE school = ? AND receiver = ? AND id = ?",
                school.value(),
                receiver,
                id));
    }

    @Override
    public int endAll(SchoolId school, String receiver) {
        return file.transaction(connection -> Sql.run(
                connection, "DELETE FROM desk_session WHERE school = ? AND receiver = ?", school.value(), receiver));
    }

    @Override
    public List<Kept> of(SchoolId school, String receiver) {
        return file.read(connection -> Sql.list(
                connection,
                SELECT + " WHERE school = ? AND receiver = ? ORDER BY used DESC, id",
                SqliteDeskSessions::kept,
                school.value(),
                receiver));
    }

    @Override
    public void forget(Instant began, Instant used) {
        file.transaction(connection -> Sql.run(
                connection,
                "DELETE FROM desk_session WHERE began < ? OR used < ?",
                began.toEpochMilli(),
                used.toEpochMilli()));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString(1),
                row.getString(2),
                new SchoolId(row.getString(3)),
                row.getString(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                Instant.ofEpochMilli(row.getLong(7)));
    }
}
