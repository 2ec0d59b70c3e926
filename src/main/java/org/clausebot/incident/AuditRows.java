package org.clausebot.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.SchoolId;

/** The rows of the audit log. They are only ever added; the database refuses to change or delete one. */
public interface AuditRows {
    /** Adds rows by themselves. Rows about a change are added in the transaction of the change instead. */
    void append(List<Row> rows);

    /** Rows as they stand, in order; a gap in their numbers is shown as it is. */
    List<Chained> after(long seq, int most);

    /** The rows about one record, oldest first. */
    List<Chained> about(String record);

    Optional<Chained> last();

    /**
     * One thing that was done.
     *
     * @param record the random id of a report; empty when it is about none
     * @param actor a receiver's id, {@code reporter} or {@code clausebot}
     * @param action a code such as {@code viewed}; never anything that a person typed
     */
    record Row(Instant at, SchoolId school, String record, String actor, String action) {
        public Row {
            if (actor.isBlank() || !action.matches("[a-z0-9:-]+")) {
                throw new IllegalArgumentException("An audit row names who did what, by code");
            }
        }
    }

    /**
     * A row in its place.
     *
     * @param seq counted from 1 without gaps
     * @param hash of this row and the hash before it, by {@link Chain}; in hexadecimal
     */
    record Chained(long seq, Row row, String hash) {}

    /** Makes the hashes, and keeps the head of the chain where whoever changes the database does not reach it. */
    interface Chain {
        /** @param before the hash of the row before; empty for the first */
        String hash(String before, long seq, Row row);

        /** Called after the transaction that added up to this row is on disk, outside any lock. Must be quick. */
        void committed(long seq, String hash);
    }
}
