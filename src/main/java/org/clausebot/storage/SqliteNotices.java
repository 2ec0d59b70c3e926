package org.clausebot.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.clausebot.incident.Notices;
import org.clausebot.policy.SchoolId;

/** {@link Notices} in SQLite. */
final class SqliteNotices implements Notices {
    /** The table of reminders to review a policy, which has the same form. */
    static final String REVIEWS = "review_notice";

    private static final String REPORTS = "notice";
    private static final String FREE = " accepted IS NULL AND next <= ? AND (held_until IS NULL OR held_until <= ?)";

    private final SqliteFile file;
    private final String table;
    private final String columns;

    /** Those of reports. */
    SqliteNotices(SqliteFile file) {
        this(file, REPORTS);
    }

    /** @param table {@link #REVIEWS} for reminders to review a policy */
    SqliteNotices(SqliteFile file, String table) {
        this.file = file;
        this.table = table;
        this.columns = "SELECT id, school, receiver, queued, next, attempts FROM " + table;
    }

    @Override
    public void queue(Notice notice) {
        file.transaction(connection -> queue(connection, table, List.of(notice)));
    }

    @Override
    public List<Notice> due(Instant now, int limit) {
        long at = now.toEpochMilli();
        return file.read(connection -> Sql.list(
                connection,
                columns + " WHERE" + FREE + " ORDER BY next, queued LIMIT ?",
                SqliteNotices::notice,
                at,
                at,
                limit));
    }

    @Override
    public boolean claim(String id, Instant now, Instant until) {
        long at = now.toEpochMilli();
        return file.transaction(connection -> Sql.run(
                        connection,
                        "UPDATE " + table + " SET held_until = ?, attempts = attempts + 1 WHERE id = ? AND" + FREE,
                        until.toEpochMilli(),
                        id,
                        at,
                        at)
                == 1);
    }

    @Override
    public void accepted(String id, Instant at) {
        file.transaction(connection -> Sql.run(
                connection,
                "UPDATE " + table + " SET accepted = ?, held_until = NULL WHERE id = ? AND accepted IS NULL",
                at.toEpochMilli(),
                id));
    }

    @Override
    public void failed(String id, Instant nextAttempt) {
        file.transaction(connection -> Sql.run(
                connection,
                "UPDATE " + table + " SET next = ?, held_until = NULL WHERE id = ? AND accepted IS NULL",
                nextAttempt.toEpochMilli(),
                id));
    }

    @Override
    public List<Notice> stuck(SchoolId school, int attempts) {
        return file.read(connection -> Sql.list(
                connection,
                columns + " WHERE school = ? AND accepted IS NULL AND attempts >= ? ORDER BY queued",
                SqliteNotices::notice,
                school.value(),
                attempts));
    }

    @Override
    public void forget(Instant before) {
        file.transaction(connection ->
                Sql.run(connection, "DELETE FROM " + table + " WHERE accepted < ?", before.toEpochMilli()));
    }

    /** Within the transaction of what the notices tell of. */
    static int queue(Connection connection, List<Notice> notices) throws SQLException {
        return queue(connection, REPORTS, notices);
    }

    static int queue(Connection connection, String table, List<Notice> notices) throws SQLException {
        for (Notice notice : notices) {
            Sql.run(
                    connection,
                    "INSERT INTO " + table
                            + " (id, school, receiver, queued, next, attempts) VALUES (?, ?, ?, ?, ?, ?)",
                    notice.id(),
                    notice.school().value(),
                    notice.receiverId(),
                    notice.queued().toEpochMilli(),
                    notice.next().toEpochMilli(),
                    notice.attempts());
        }
        return notices.size();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getString("id"),
                new SchoolId(row.getString("school")),
                row.getString("receiver"),
                Instant.ofEpochMilli(row.getLong("queued")),
                Instant.ofEpochMilli(row.getLong("next")),
                row.getInt("attempts"));
    }
}
