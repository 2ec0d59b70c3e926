package org.clausebot.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.inbox.Deliveries.Before;
import org.jspecify.annotations.Nullable;

/**
 * What people had unfinished before a delivery changed it, so that it can be put back; and what is done once for a
 * delivery. Every method runs within a transaction of its caller.
 */
final class DraftsBefore {
    /** What is done once. */
    enum Once {
        ADDED,
        AUDITED,
        VOTED
    }

    private static final String COLUMNS = "id, conversation, wrapped, body, later, later_code, expires";
    private static final String OF_THE_SAME = " WHERE school = ? AND owner = ? AND delivery IS NOT ?";

    private DraftsBefore() {}

    /**
     * To be called before what {@code owner} has unfinished is changed in any way: from now on only what it was before
     * this change can be put back.
     *
     * @param delivery on account of which it is changed; empty where nothing was delivered
     */
    static void note(Connection connection, Optional<String> delivery, String school, String owner)
            throws SQLException {
        @Nullable String hash = delivery.orElse(null);
        List<String> passed = Sql.list(
                connection,
                "SELECT id FROM draft_before" + OF_THE_SAME + " AND id IS NOT NULL",
                row -> row.getString(1),
                school,
                owner,
                hash);
        Sql.run(
                connection,
                "UPDATE draft_before SET passed = 1, id = NULL, conversation = NULL, wrapped = NULL, body = NULL,"
                        + " later = NULL, later_code = NULL, expires = NULL" + OF_THE_SAME,
                school,
                owner,
                hash);
        for (String id : passed) {
            forgetFiles(connection, id);
        }
        if (delivery.isPresent()) {
            // The first time only: what is put back is what was there before any of it.
            Sql.run(
                    connection,
                    "INSERT OR IGNORE INTO draft_before (delivery, school, owner, " + COLUMNS + ")"
                            + " SELECT ?, ?, ?, " + COLUMNS
                            + " FROM (SELECT 1) LEFT JOIN draft ON school = ? AND owner = ?",
                    delivery.get(),
                    school,
                    owner,
                    school,
                    owner);
        }
    }

    /** Destroys the files of what was unfinished, unless it still is, may be again, or has become a report. */
    static void forgetFiles(Connection connection, String id) throws SQLException {
        Sql.run(
                connection,
                "DELETE FROM evidence WHERE owner = ? AND owner NOT IN (SELECT id FROM draft)"
                        + " AND owner NOT IN (SELECT id FROM incident)"
                        + " AND owner NOT IN (SELECT id FROM draft_before WHERE id IS NOT NULL)",
                id);
    }

    /** Puts back what was there before {@code delivery} changed it. */
    static Before putBack(Connection connection, String delivery) throws SQLException {
        if (Sql.one(connection, "SELECT once FROM delivery WHERE id = ?", row -> "" + row.getString(1), delivery)
                .filter(Once.ADDED.name()::equals)
                .isPresent()) {
            return Before.ADDED;
        }
        List<Owned> owned = Sql.list(
                connection,
                "SELECT school, owner, passed FROM draft_before WHERE delivery = ?",
                row -> new Owned(row.getString(1), row.getString(2), row.getInt(3) == 1),
                delivery);
        if (owned.isEmpty()) {
            return Before.UNTOUCHED;
        }
        if (owned.stream().anyMatch(Owned::passed)) {
            return Before.PASSED;
        }
        for (Owned one : owned) {
            Sql.run(connection, "DELETE FROM draft WHERE school = ? AND owner = ?", one.school, one.owner);
        }
        Sql.run(
                connection,
                "INSERT INTO draft (school, owner, " + COLUMNS + ") SELECT school, owner, " + COLUMNS
                        + " FROM draft_before WHERE delivery = ? AND id IS NOT NULL",
                delivery);
        Sql.run(connection, "DELETE FROM draft_before WHERE delivery = ?", delivery);
        return Before.PUT_BACK;
    }

    private record Owned(String school, String owner, boolean passed) {}

    /** What was changed on account of {@code delivery} stands. */
    static void stands(Connection connection, String delivery) throws SQLException {
        List<String> ids = Sql.list(
                connection,
                "SELECT id FROM draft_before WHERE delivery = ? AND id IS NOT NULL",
                row -> row.getString(1),
                delivery);
        Sql.run(connection, "DELETE FROM draft_before WHERE delivery = ?", delivery);
        for (String id : ids) {
            forgetFiles(connection, id);
        }
    }

    /** As {@link #stands} for each delivery that is forgotten. */
    static void forgotten(Connection connection) throws SQLException {
        for (String delivery : Sql.list(
                connection,
                "SELECT DISTINCT delivery FROM draft_before WHERE delivery NOT IN (SELECT id FROM delivery)",
                row -> row.getString(1))) {
            stands(connection, delivery);
        }
    }

    /** Whether something is to be done: true where nothing was delivered, else once for a delivery. */
    static boolean once(Connection connection, Optional<String> delivery, Once what) throws SQLException {
        return delivery.isEmpty()
                || Sql.run(
                                connection,
                                "UPDATE delivery SET once = ? WHERE id = ? AND once IS NOT ?",
                                what.name(),
                                delivery.get(),
                                what.name())
                        == 1;
    }
}
