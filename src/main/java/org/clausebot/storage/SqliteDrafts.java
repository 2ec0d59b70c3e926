package org.clausebot.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
        Optional<String> delivery = file.delivery();
        file.transaction(connection -> {
            DraftsBefore.note(connection, delivery, draft.school().value(), draft.owner());
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
        Optional<String> delivery = file.delivery();
        return file.transaction(connection -> {
            Optional<Draft> moved = Sql.one(connection, COLUMNS + " WHERE id = ?", SqliteDrafts::draft, id);
            if (moved.isEmpty()) {
                return false;
            }
            String school = moved.get().school().value();
            DraftsBefore.note(connection, delivery, school, moved.get().owner());
            if (!moved.get().owner().equals(owner)) {
                DraftsBefore.note(connection, delivery, school, owner);
                destroy(connection, school, owner);
            }
            Sql.run(connection, "UPDATE draft SET owner = ? WHERE id = ?", owner, id);
            return true;
        });
    }

    @Override
    public void destroy(SchoolId school, String owner) {
        Optional<String> delivery = file.delivery();
        file.transaction(connection -> {
            DraftsBefore.note(connection, delivery, school.value(), owner);
            return destroy(connection, school.value(), owner);
        });
    }

    @Override
    public int expire(Instant now) {
        return file.transaction(connection -> {
            long at = now.toEpochMilli();
            Sql.run(connection, "DELETE FROM handed_out WHERE expires <= ?", at);
            List<String> expired =
                    Sql.list(connection, "SELECT id FROM draft WHERE expires <= ?", row -> row.getString(1), at);
            Sql.run(connection, "DELETE FROM draft WHERE expires <= ?", at);
            for (String id : expired) {
                DraftsBefore.forgetFiles(connection, id);
            }
            return expired.size();
        });
    }

    private static int destroy(Connection connection, String school, String owner) throws SQLException {
        Optional<String> id = Sql.one(
                connection,
                "SELECT id FROM draft WHERE school = ? AND owner = ?",
                row -> row.getString(1),
                school,
                owner);
        int destroyed = Sql.run(connection, "DELETE FROM draft WHERE school = ? AND owner = ?", school, owner);
        if (id.isPresent()) {
            DraftsBefore.forgetFiles(connection, id.get());
        }
        return destroyed;
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
