package org.clausebot.storage;

import java.util.List;
import java.util.Optional;
import org.clausebot.incident.EvidenceRows;

/** {@link EvidenceRows} in SQLite. */
final class SqliteEvidence implements EvidenceRows {
    private final SqliteFile file;

    SqliteEvidence(SqliteFile file) {
        this.file = file;
    }

    @Override
    public boolean attach(String owner, File attached, int most) {
        return file.transaction(connection -> {
            boolean room = Sql.one(
                            connection,
                            "SELECT 1 FROM draft WHERE id = ? AND (SELECT COUNT(*) FROM evidence WHERE owner = ?) < ?",
                            row -> 1,
                            owner,
                            owner,
                            most)
                    .isPresent();
            if (room) {
                Sql.run(
                        connection,
                        "INSERT INTO evidence (id, owner, seq, about, clean, original)"
                                + " SELECT ?, ?, COALESCE(MAX(seq), 0) + 1, ?, ?, ? FROM evidence WHERE owner = ?",
                        attached.id(),
                        owner,
                        attached.about(),
                        attached.clean(),
                        attached.original(),
                        owner);
            }
            return room;
        });
    }

    @Override
    public void detach(String owner, String id) {
        file.transaction(connection -> Sql.run(
                connection,
                "DELETE FROM evidence WHERE id = ? AND owner = ? AND owner IN (SELECT id FROM draft)",
                id,
                owner));
    }

    @Override
    public List<About> about(String owner) {
        return file.read(connection -> Sql.list(
                connection,
                "SELECT id, about FROM evidence WHERE owner = ? ORDER BY seq",
                row -> new About(row.getString(1), row.getBytes(2)),
                owner));
    }

    @Override
    public Optional<byte[]> content(String owner, String id, boolean original) {
        String column = original ? "original" : "clean";
        return file.read(connection -> Sql.one(
                connection,
                "SELECT " + column + " FROM evidence WHERE owner = ? AND id = ?",
                row -> row.getBytes(1),
                owner,
                id));
    }
}
