package org.clausebot.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.incident.AuditRows;
import org.clausebot.incident.CaseRows;
import org.clausebot.policy.SchoolId;
import org.clausebot.storage.SqliteAudit.Done;
import org.jspecify.annotations.Nullable;

/** {@link CaseRows} in SQLite. */
final class SqliteCases implements CaseRows {
    private static final String COLUMNS = "SELECT i.id, i.school, i.conversation, i.receipt, i.reference, i.wrapped,"
            + " i.version, i.entries, i.sent, i.status, i.escalated, i.held, i.expires, i.summary FROM incident i";
    private static final String ROUTED =
            COLUMNS + " JOIN route r ON r.incident = i.id AND r.person = ? AND r.kept_out = 0";

    private final SqliteFile file;
    private final SqliteAudit audit;

    SqliteCases(SqliteFile file, SqliteAudit audit) {
        this.file = file;
        this.audit = audit;
    }

    @Override
    public Stored store(Fresh fresh, String owner, Instant shownUntil) {
        Optional<String> delivery = file.delivery();
        return audit.audited(connection -> {
            Row row = fresh.row();
            if (exists(connection, "SELECT 1 FROM incident WHERE conversation = ?", row.conversation())) {
                return new Done<>(Stored.SENT_BEFORE, List.of());
            }
            if (taken(connection, row)) {
                return new Done<>(Stored.CODE_TAKEN, List.of());
            }
            DraftsBefore.note(connection, delivery, row.school().value(), owner);
            SqliteCaseWriter.insert(connection, fresh);
            Sql.run(connection, "DELETE FROM draft WHERE id = ?", row.id());
            Sql.run(
                    connection,
                    "INSERT OR REPLACE INTO handed_out (school, owner, incident, expires) VALUES (?, ?, ?, ?)",
                    row.school().value(),
                    owner,
                    row.id(),
                    shownUntil.toEpochMilli());
            SqliteNotices.queue(connection, fresh.notices());
            return new Done<>(Stored.STORED, fresh.audit());
        });
    }

    private static boolean taken(Connection connection, Row row) throws SQLException {
        String school = row.school().value();
        return exists(connection, "SELECT 1 FROM incident WHERE receipt = ?", row.receipt())
                || exists(
                        connection,
                        "SELECT 1 FROM incident WHERE school = ? AND reference = ?",
                        school,
                        row.reference())
                || exists(
                        connection,
                        "SELECT 1 FROM tombstone WHERE school = ? AND reference = ?",
                        school,
                        row.reference());
    }

    private static boolean exists(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        return Sql.one(connection, sql, row -> 1, values).isPresent();
    }

    @Override
    public Optional<Row> byConversation(String conversation) {
        return one(COLUMNS + " WHERE i.conversation = ?", conversation);
    }

    @Override
    public Optional<Row> byReceipt(String receipt) {
        return one(COLUMNS + " WHERE i.receipt = ?", receipt);
    }

    @Override
    public Optional<Row> handedOut(SchoolId school, String owner, Instant now) {
        return one(
                COLUMNS
                        + " JOIN handed_out h ON h.incident = i.id WHERE h.school = ? AND h.owner = ? AND h.expires > ?",
                school.value(),
                owner,
                now.toEpochMilli());
    }

    @Override
    public Optional<Row> byReference(SchoolId school, String reference, String person) {
        return one(ROUTED + " WHERE i.school = ? AND i.reference = ?", person, school.value(), reference);
    }

    @Override
    public List<Row> routedTo(SchoolId school, String person) {
        return list(ROUTED + " WHERE i.school = ? ORDER BY i.sent DESC, i.id", person, school.value());
    }

    @Override
    public List<Row> waiting(String status, Instant by, int most) {
        return list(
                COLUMNS + " WHERE i.status = ? AND i.escalated = 0 AND i.sent <= ? ORDER BY i.sent LIMIT ?",
                status,
                by.toEpochMilli(),
                most);
    }

    @Override
    public List<Row> after(String afterId, int most) {
        return list(COLUMNS + " WHERE i.id > ? ORDER BY i.id LIMIT ?", afterId, most);
    }

    @Override
    public List<Row> expiring(LocalDate day, int most) {
        return list(
                COLUMNS + " WHERE i.expires <= ? AND i.held = 0 ORDER BY i.expires, i.id LIMIT ?",
                day.toEpochDay(),
                most);
    }

    @Override
    public void scrub() {
        file.scrub();
    }

    @Override
    public Optional<Contents> contents(String id) {
        return file.read(connection -> {
            Optional<byte[]> body =
                    Sql.one(connection, "SELECT body FROM incident WHERE id = ?", row -> row.getBytes(1), id);
            if (body.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Contents(
                    body.get(),
                    Sql.list(
                            connection,
                            "SELECT body FROM entry WHERE incident = ? ORDER BY seq",
                            row -> row.getBytes(1),
                            id)));
        });
    }

    @Override
    public boolean change(Change change) {
        Optional<String> delivery = file.delivery();
        return audit.audited(connection -> {
            boolean changed = SqliteCaseWriter.change(connection, change);
            if (changed) {
                // A delivery changes a report only by adding to it; it is asked of that before it is worked on again.
                DraftsBefore.once(connection, delivery, DraftsBefore.Once.ADDED);
                SqliteNotices.queue(connection, change.notices());
            }
            return new Done<>(changed, changed ? change.audit() : List.of());
        });
    }

    @Override
    public boolean delete(String id, long version, Tombstone tombstone, List<AuditRows.Row> rows) {
        return audit.audited(connection -> {
            boolean deleted = SqliteCaseWriter.delete(connection, id, version, tombstone);
            return new Done<>(deleted, deleted ? rows : List.of());
        });
    }

    @Override
    public List<Tombstone> tombstones(SchoolId school) {
        return file.read(connection -> Sql.list(
                connection,
                "SELECT reference, flow, sent, closed, deleted FROM tombstone WHERE school = ?"
                        + " ORDER BY deleted, reference",
                row -> new Tombstone(
                        school,
                        row.getString("reference"),
                        row.getString("flow"),
                        LocalDate.ofEpochDay(row.getLong("sent")),
                        LocalDate.ofEpochDay(row.getLong("closed")),
                        LocalDate.ofEpochDay(row.getLong("deleted"))),
                school.value()));
    }

    private Optional<Row> one(String sql, @Nullable Object... values) {
        return list(sql, values).stream().findFirst();
    }

    private List<Row> list(String sql, @Nullable Object... values) {
        return file.read(connection -> {
            List<Row> rows = new ArrayList<>();
            for (Bare bare : Sql.list(connection, sql, SqliteCases::bare, values)) {
                rows.add(bare.with(SqliteCaseWriter.route(connection, bare.id())));
            }
            return List.copyOf(rows);
        });
    }

    /** A row whose route is still to be read: SQLite reads one result at a time best. */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes, passed through
    private record Bare(
            String id,
            SchoolId school,
            String conversation,
            String receipt,
            String reference,
            byte[] wrapped,
            long version,
            int entries,
            Instant sent,
            State state) {
        Row with(Route route) {
            return new Row(id, school, conversation, receipt, reference, wrapped, version, entries, sent, state, route);
        }
    }

    private static Bare bare(ResultSet row) throws SQLException {
        long day = row.getLong("expires");
        Optional<LocalDate> expires = row.wasNull() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
        return new Bare(
                row.getString("id"),
                new SchoolId(row.getString("school")),
                row.getString("conversation"),
                row.getString("receipt"),
                row.getString("reference"),
                row.getBytes("wrapped"),
                row.getLong("version"),
                row.getInt("entries"),
                Instant.ofEpochMilli(row.getLong("sent")),
                new State(
                        row.getString("status"),
                        row.getInt("escalated") == 1,
                        row.getInt("held") == 1,
                        expires,
                        row.getBytes("summary")));
    }
}
