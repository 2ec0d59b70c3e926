package org.clausebot.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.clausebot.incident.DraftRows;
import org.clausebot.policy.SchoolId;

/** {@link DraftRows} in SQLite. */
final class SqliteDrafts implements DraftRows {
    private static final String COLUMNS =
            "SELECT school, owner, id, conversation, wrapped, body, later, later_code, expires FROM draft";

    private final SqliteFile file;

    SqliteDrafts(SqliteFile file) {
        this.file = file;
    }

    @Override
    public Optional<Draft> of(SchoolId school, String owner) {
        return file.read(connection -> Sql.one(
                connection, COLUMNS + " WHERE school = ? AND owner = ?", SqliteDrafts::draft, school.value(), owner));
    }

    @Override
    public Optional<Draft> later(SchoolId school, String later) {
        return file.read(connection -> Sql.one(
                connection, COLUMNS + " WHERE school = ? AND later = ?", SqliteDrafts::draft, school.value(), later));
    }

    @Override
    public void keep(Draft draft) {
        file.transaction(connection -> {
            int updated = Sql.run(
                    connection,
                    "UPDATE draft SET body = ?, expires = ? WHERE school = ? AND owner = ? AND id = ?",
                    draft.body(),
                    draft.expires().toEpochMilli(),
                    draft.school().value(),
                    draft.owner(),
                    draft.id());
            if (updated == 0) {
                destroy(connection, draft.school().value(), draft.owner());
                insert(connection, draft);
            }
            // A person who has begun anew has seen the receipt of the report before.
            return Sql.run(
                    connection,
                    "DELETE FROM handed_out WHERE school = ? AND owner = ?",
                    draft.school().value(),
                    draft.owner());
        });
    }

    private static void insert(Connection connection, Draft draft) throws SQLException {
        Sql.run(
                connection,
                "INSERT INTO draft (school, owner, id, conversation, wrapped, body, later, later_code, expires)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                draft.school().value(),
                draft.owner(),
                draft.id(),
                draft.conversation(),
                draft.wrapped(),
                draft.body(),
                draft.later().orElse(null),
                draft.laterCode().orElse(null),
                draft.expires().toEpochMilli());
    }

    @Override
    public boolean setLater(String id, String later, byte[] laterCode) {
        return file.transaction(connection ->
                Sql.run(connection, "UPDATE draft SET later = ?, later_code = ? WHERE id = ?", later, laterCode, id)
                        == 1);
    }

    @Override
    public boolean move(String id, String owner) {
        return file.transaction(connection -> {
            Optional<String> school =
                    Sql.one(connection, "SELECT school FROM draft WHERE id = ?", row -> row.getString(1), id);
            if (school.isEmpty()) {
                return false;
            }
            Optional<String> had = Sql.one(
                    connection,
                    "SELECT id FROM draft WHERE school = ? AND owner = ?",
                    row -> row.getString(1),
                    school.get(),
                    owner);
            if (had.isPresent() && !had.get().equals(id)) {
                destroy(connection, school.get(), owner);
            }
            Sql.run(connection, "UPDATE draft SET owner = ? WHERE id = ?", owner, id);
            return true;
        });
    }

    @Override
    public void destroy(SchoolId school, String owner) {
        file.transaction(connection -> destroy(connection, school.value(), owner));
    }

    @Override
    public int expire(Instant now) {
        return file.transaction(connection -> {
            long at = now.toEpochMilli();
            Sql.run(connection, "DELETE FROM handed_out WHERE expires <= ?", at);
            Sql.run(connection, "DELETE FROM evidence WHERE owner IN (SELECT id FROM draft WHERE expires <= ?)", at);
            return Sql.run(connection, "DELETE FROM draft WHERE expires <= ?", at);
        });
    }

    private static int destroy(Connection connection, String school, String owner) throws SQLException {
        Sql.run(
                connection,
                "DELETE FROM evidence WHERE owner IN (SELECT id FROM draft WHERE school = ? AND owner = ?)",
                school,
                owner);
        return Sql.run(connection, "DELETE FROM draft WHERE school = ? AND owner = ?", school, owner);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                new SchoolId(row.getString("school")),
                row.getString("owner"),
                row.getString("id"),
                row.getString("conversation"),
                row.getBytes("wrapped"),
                row.getBytes("body"),
                Optional.ofNullable(row.getString("later")),
                Optional.ofNullable(row.getBytes("later_code")),
                Instant.ofEpochMilli(row.getLong("expires")));
    }
}
