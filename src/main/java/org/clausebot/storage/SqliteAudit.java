package org.clausebot.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebot.incident.AuditRows;
import org.clausebot.policy.SchoolId;

/** {@link AuditRows} in SQLite, and the way in which every other change is audited in its own transaction. */
final class SqliteAudit implements AuditRows {
    private static final String COLUMNS = "SELECT seq, at, school, record, actor, action, hash FROM audit";
    private static final String LAST = COLUMNS + " ORDER BY seq DESC LIMIT 1";

    private final SqliteFile file;
    private final Chain chain;

    SqliteAudit(SqliteFile file, Chain chain) {
        this.file = file;
        this.chain = chain;
    }

    /** What a change did, with the rows that say so. */
    record Done<T>(T result, List<Row> rows) {}

    private record Committed<T>(T result, Optional<Chained> last) {}

    /** Runs a change and adds its audit rows in one transaction. */
    <T> T audited(SqliteFile.Work<Done<T>> work) {
        Committed<T> committed = file.transaction(connection -> {
            Done<T> done = work.in(connection);
            return new Committed<>(done.result(), add(connection, done.rows()));
        });
        committed.last().ifPresent(last -> chain.committed(last.seq(), last.hash()));
        return committed.result();
    }

    private Optional<Chained> add(Connection connection, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Optional<Chained> last = Sql.one(connection, LAST, SqliteAudit::chained);
        for (Row row : rows) {
            long seq = last.map(Chained::seq).orElse(0L) + 1;
            // Kept in whole milliseconds, so hashed so.
            Row kept = new Row(
                    Instant.ofEpochMilli(row.at().toEpochMilli()),
                    row.school(),
                    row.record(),
                    row.actor(),
                    row.action());
            Chained next =
                    new Chained(seq, kept, chain.hash(last.map(Chained::hash).orElse(""), seq, kept));
            Sql.run(
                    connection,
                    "INSERT INTO audit (seq, at, school, record, actor, action, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    seq,
                    kept.at().toEpochMilli(),
                    kept.school().value(),
                    kept.record(),
                    kept.actor(),
                    kept.action(),
                    next.hash());
            last = Optional.of(next);
        }
        return last;
    }

    @Override
    public void append(List<Row> rows) {
        Optional<String> delivery = file.delivery();
        audited(connection -> new Done<>(
                rows.size(), DraftsBefore.once(connection, delivery, DraftsBefore.Once.AUDITED) ? rows : List.of()));
    }

    @Override
    public List<Chained> after(long seq, int most) {
        return file.read(connection ->
                Sql.list(connection, COLUMNS + " WHERE seq > ? ORDER BY seq LIMIT ?", SqliteAudit::chained, seq, most));
    }

    @Override
    public List<Chained> about(String record) {
        return file.read(connection ->
                Sql.list(connection, COLUMNS + " WHERE record = ? ORDER BY seq", SqliteAudit::chained, record));
    }

    @Override
    public Optional<Chained> last() {
        return file.read(connection -> Sql.one(connection, LAST, SqliteAudit::chained));
    }

    private static Chained chained(ResultSet row) throws SQLException {
        return new Chained(
                row.getLong("seq"),
                new Row(
                        Instant.ofEpochMilli(row.getLong("at")),
                        new SchoolId(row.getString("school")),
                        row.getString("record"),
                        row.getString("actor"),
                        row.getString("action")),
                row.getString("hash"));
    }
}
