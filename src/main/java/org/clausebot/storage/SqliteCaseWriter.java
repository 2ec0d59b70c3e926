package org.clausebot.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clausebot.incident.CaseRows.Change;
import org.clausebot.incident.CaseRows.Fresh;
import org.clausebot.incident.CaseRows.Route;
import org.clausebot.incident.CaseRows.Row;
import org.clausebot.incident.CaseRows.State;
import org.clausebot.incident.CaseRows.Tombstone;
import org.jspecify.annotations.Nullable;

/** The writing half of {@link SqliteCases}; every method runs within a transaction of its caller. */
final class SqliteCaseWriter {
    private SqliteCaseWriter() {}

    static void insert(Connection connection, Fresh fresh) throws SQLException {
        Row row = fresh.row();
        State state = row.state();
        Sql.run(
                connection,
                "INSERT INTO incident (id, school, conversation, receipt, reference, wrapped, version, entries,"
                        + " status, sent, escalated, held, expires, summary, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                row.school().value(),
                row.conversation(),
                row.receipt(),
                row.reference(),
                row.wrapped(),
                row.version(),
                row.entries(),
                state.status(),
                row.sent().toEpochMilli(),
                flag(state.escalated()),
                flag(state.held()),
                day(state),
                state.summary(),
                fresh.body());
        setRoute(connection, row.id(), new Route(Set.of(), Set.of()), row.route());
    }

    static boolean change(Connection connection, Change change) throws SQLException {
        State state = change.state();
        int before = Sql.one(
                        connection,
                        "SELECT entries FROM incident WHERE id = ? AND version = ?",
                        row -> row.getInt(1),
                        change.id(),
                        change.version())
                .orElse(-1);
        if (before < 0) {
            return false;
        }
        Sql.run(
                connection,
                "UPDATE incident SET version = version + 1, entries = ?, status = ?, escalated = ?, held = ?,"
                        + " expires = ?, summary = ? WHERE id = ?",
                before + change.entries().size(),
                state.status(),
                flag(state.escalated()),
                flag(state.held()),
                day(state),
                state.summary(),
                change.id());
        int seq = before;
        for (byte[] entry : change.entries()) {
            Sql.run(connection, "INSERT INTO entry (incident, seq, body) VALUES (?, ?, ?)", change.id(), seq++, entry);
        }
        setRoute(connection, change.id(), route(connection, change.id()), change.route());
        return true;
    }

    static boolean delete(Connection connection, String id, long version, Tombstone tombstone) throws SQLException {
        if (Sql.one(connection, "SELECT 1 FROM incident WHERE id = ? AND version = ?", row -> 1, id, version)
                .isEmpty()) {
            return false;
        }
        Sql.run(
                connection,
                "INSERT INTO tombstone (school, reference, flow, sent, closed, deleted) VALUES (?, ?, ?, ?, ?, ?)",
                tombstone.school().value(),
                tombstone.reference(),
                tombstone.flow(),
                tombstone.sent().toEpochDay(),
                tombstone.closed().toEpochDay(),
                tombstone.deleted().toEpochDay());
        for (String table : List.of("route", "entry", "handed_out")) {
            Sql.run(connection, "DELETE FROM " + table + " WHERE incident = ?", id);
        }
        Sql.run(connection, "DELETE FROM evidence WHERE owner = ?", id);
        Sql.run(connection, "DELETE FROM incident WHERE id = ?", id);
        return true;
    }

    static Route route(Connection connection, String id) throws SQLException {
        Set<String> recipients = new HashSet<>();
        Set<String> keptOut = new HashSet<>();
        Sql.list(
                connection,
                "SELECT person, kept_out FROM route WHERE incident = ?",
                row -> (row.getInt(2) == 1 ? keptOut : recipients).add(row.getString(1)),
                id);
        return new Route(recipients, keptOut);
    }

    private static void setRoute(Connection connection, String id, Route before, Route after) throws SQLException {
        for (String person : before.recipients()) {
            if (!after.recipients().contains(person) && !after.keptOut().contains(person)) {
                Sql.run(connection, "DELETE FROM route WHERE incident = ? AND person = ? AND kept_out = 0", id, person);
            }
        }
        if (!after.keptOut().containsAll(before.keptOut())) {
            throw new IllegalArgumentException("A person who is kept out stays kept out");
        }
        for (String person : after.recipients()) {
            if (!before.recipients().contains(person)) {
                put(connection, id, person, 0);
            }
        }
        for (String person : after.keptOut()) {
            if (!before.keptOut().contains(person)) {
                put(connection, id, person, 1);
            }
        }
    }

    private static void put(Connection connection, String id, String person, int keptOut) throws SQLException {
        Sql.run(
                connection,
                "INSERT INTO route (incident, person, kept_out) VALUES (?, ?, ?)"
                        + " ON CONFLICT (incident, person) DO UPDATE SET kept_out = excluded.kept_out",
                id,
                person,
                keptOut);
    }

    private static int flag(boolean set) {
        return set ? 1 : 0;
    }

    private static @Nullable Long day(State state) {
        return state.expires().map(LocalDate::toEpochDay).orElse(null);
    }
}
