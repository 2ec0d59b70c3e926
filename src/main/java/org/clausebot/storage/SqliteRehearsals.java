package org.clausebot.storage;

import org.clausebot.insight.RehearsalTurns;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;

/** {@link RehearsalTurns} in SQLite. Turns of blocks that are long over are deleted when one is taken. */
final class SqliteRehearsals implements RehearsalTurns {
    private static final String OF_BLOCK = "SELECT draft FROM rehearsal_turn WHERE school = ? AND block = ?";
    private static final String FORGET = "DELETE FROM rehearsal_turn WHERE school = ? AND block < ?";
    private static final String TAKE = "INSERT INTO rehearsal_turn (school, block, draft) VALUES (?, ?, ?)";

    private final SqliteFile file;

    SqliteRehearsals(SqliteFile file) {
        this.file = file;
    }

    @Override
    public boolean take(SchoolId school, IsoWeek block, String draft) {
        return file.transaction(connection -> {
            var drafts = Sql.list(connection, OF_BLOCK, row -> row.getString(1), school.value(), block.toString());
            if (drafts.contains(draft)) {
                return true;
            }
            if (drafts.size() >= MOST) {
                return false;
            }
            // Questions are counted in the block that was over last, so no earlier one is counted again.
            Sql.run(connection, FORGET, school.value(), block.toString());
            Sql.run(connection, TAKE, school.value(), block.toString(), draft);
            return true;
        });
    }
}
