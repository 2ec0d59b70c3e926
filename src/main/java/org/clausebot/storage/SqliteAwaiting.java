package org.clausebot.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.awaited.Awaiting;

/** {@link Awaiting} in SQLite. */
final class SqliteAwaiting implements Awaiting {
    private static final String SELECT = "SELECT id, person, place, wider, known, expires, wrapped, body FROM awaited";

    private final SqliteFile file;

    SqliteAwaiting(SqliteFile file) {
        this.file = file;
    }

    @Override
    public Kept keep(Row row, int most) {
        return file.transaction(connection -> {
            if (Sql.one(connection, "SELECT 1 FROM awaited WHERE id = ?", found -> 1, row.id())
                    .isPresent()) {
                return Kept.ALREADY;
            }
            int has = Sql.one(
                            connection,
                            "SELECT COUNT(*) FROM awaited WHERE person = ?",
                            count -> count.getInt(1),
                            row.person())
                    .orElse(0);
            if (has >= most) {
                return Kept.TOO_MANY;
            }
            insert(connection, row);
            return Kept.KEPT;
        });
    }

    private static void insert(Connection connection, Row row) throws SQLException {
        Sql.run(
                connection,
                "INSERT INTO awaited (id, person, place, wider, known, expires, wrapped, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                row.person(),
                row.place(),
                row.wider(),
                row.known(),
                row.expires().toEpochDay(),
                row.wrapped(),
                row.body());
    }

    @Override
    public List<Row> of(String person) {
        return file.read(connection ->
                Sql.list(connection, SELECT + " WHERE person = ? ORDER BY rowid", SqliteAwaiting::row, person));
    }

    @Override
    public Optional<Row> byId(String id) {
        return file.read(connection -> Sql.one(connection, SELECT + " WHERE id = ?", SqliteAwaiting::row, id));
    }

    @Override
    public List<Row> notAskedOf(String known, String after, int most) {
        return file.read(connection -> Sql.list(
                connection,
                SELECT + " WHERE known <> ? AND id > ? ORDER BY id LIMIT ?",
                SqliteAwaiting::row,
                known,
                after,
                most));
    }

    @Override
    public void asked(String id, String known) {
        file.transaction(connection -> Sql.run(connection, "UPDATE awaited SET known = ? WHERE id = ?", known, id));
    }

    @Override
    public boolean forget(String id) {
        return file.transaction(connection -> Sql.run(connection, "DELETE FROM awaited WHERE id = ?", id) == 1);
    }

    @Override
    public int forgetPlace(String place) {
        return place.isEmpty()
                ? 0
                : file.transaction(connection ->
                        Sql.run(connection, "DELETE FROM awaited WHERE place = ? OR wider = ?", place, place));
    }

    @Override
    public int expire(LocalDate day) {
        return file.transaction(
                connection -> Sql.run(connection, "DELETE FROM awaited WHERE expires <= ?", day.toEpochDay()));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("person"),
                row.getString("place"),
                row.getString("wider"),
                row.getString("known"),
                LocalDate.ofEpochDay(row.getLong("expires")),
                row.getBytes("wrapped"),
                row.getBytes("body"));
    }
}
