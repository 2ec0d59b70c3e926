package org.clausebot.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.inbox.Deliveries;
import org.clausebot.policy.Sha256;

/** {@link Deliveries} of one service in SQLite. */
final class SqliteDeliveries implements Deliveries {
    private final SqliteFile file;
    private final String service;

    /** @param service such as {@code slack} */
    SqliteDeliveries(SqliteFile file, String service) {
        this.file = file;
        this.service = service;
    }

    @Override
    public boolean first(String id, Instant now) {
        return take(List.of(new Name(Sha256.hex(id), Duration.ofDays(365))), Optional.empty(), now);
    }

    @Override
    public boolean take(List<Name> names, Optional<Sealed> sealed, Instant now) {
        return file.transaction(connection -> {
            for (Name name : names) {
                if (isTaken(connection, name, now)) {
                    return false;
                }
            }
            Optional<Sealed> kept = sealed;
            for (Name name : names) {
                insert(connection, name, kept, now);
                kept = Optional.empty();
            }
            return true;
        });
    }

    private static boolean isTaken(Connection connection, Name name, Instant now) throws SQLException {
        return Sql.one(
                        connection,
                        "SELECT 1 FROM delivery WHERE id = ? AND (at > ? OR body IS NOT NULL)",
                        row -> row.getInt(1),
                        name.hash(),
                        now.minus(name.forThatLong()).toEpochMilli())
                .isPresent();
    }

    private void insert(Connection connection, Name name, Optional<Sealed> kept, Instant now) throws SQLException {
        Sql.run(
                connection,
                "INSERT OR REPLACE INTO delivery (id, at, tries, wrapped, body, service) VALUES (?, ?, 0, ?, ?, ?)",
                name.hash(),
                now.toEpochMilli(),
                kept.map(Sealed::wrapped).orElse(null),
                kept.map(Sealed::body).orElse(null),
                service);
    }

    @Override
    public void during(String hash, Runnable work) {
        file.during(hash, work);
    }

    @Override
    public Before putBack(String hash) {
        return file.transaction(connection -> DraftsBefore.putBack(connection, hash));
    }

    @Override
    public void instead(String hash, Sealed said) {
        file.transaction(connection -> {
            DraftsBefore.stands(connection, hash);
            return Sql.run(
                    connection,
                    "UPDATE delivery SET tries = 0, wrapped = ?, body = ?, once = NULL WHERE id = ? AND body IS NOT NULL",
                    said.wrapped(),
                    said.body(),
                    hash);
        });
    }

    @Override
    public void done(String hash) {
        file.transaction(connection -> {
            DraftsBefore.stands(connection, hash);
            return Sql.run(
                    connection, "UPDATE delivery SET wrapped = NULL, body = NULL, once = NULL WHERE id = ?", hash);
        });
    }

    @Override
    public void again(List<String> hashes) {
        file.transaction(connection -> {
            int forgotten = 0;
            for (String hash : hashes) {
                DraftsBefore.stands(connection, hash);
                forgotten += Sql.run(connection, "DELETE FROM delivery WHERE id = ?", hash);
            }
            return forgotten;
        });
    }

    @Override
    public List<Undone> undone(int mostTries) {
        return file.transaction(connection -> {
            List<Undone> undone = Sql.list(
                    connection,
                    "SELECT id, wrapped, body FROM delivery WHERE body IS NOT NULL AND service = ? AND tries < ? ORDER BY rowid",
                    row -> new Undone(row.getString(1), new Sealed(row.getBytes(2), row.getBytes(3))),
                    service,
                    mostTries);
            Sql.run(
                    connection,
                    "UPDATE delivery SET tries = tries + 1 WHERE body IS NOT NULL AND service = ?",
                    service);
            return undone;
        });
    }

    @Override
    public void forgetBefore(Instant moment) {
        file.transaction(connection -> {
            int forgotten = Sql.run(
                    connection, "DELETE FROM delivery WHERE at < ? AND service = ?", moment.toEpochMilli(), service);
            DraftsBefore.forgotten(connection);
            return forgotten;
        });
    }
}
