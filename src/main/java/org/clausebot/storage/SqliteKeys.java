package org.clausebot.storage;

import java.util.List;
import org.clausebot.seal.WrappedKeys;

/**
 * {@link WrappedKeys} over unfinished conversations and what they were before, reports, receivers' accounts, what is kept
 * for Slack and Teams, and questions that are waited for.
 */
final class SqliteKeys implements WrappedKeys {
    private static final List<String> TABLES =
            List.of("draft", "draft_before", "incident", "account", "slack_installation", "delivery", "awaited", "teams_reference");

    private final SqliteFile file;

    SqliteKeys(SqliteFile file) {
        this.file = file;
    }

    @Override
    public List<Held> after(String after, int most) {
        return file.read(connection -> Sql.list(
                connection,
                "SELECT id, wrapped FROM (SELECT id, wrapped FROM draft UNION ALL SELECT id, wrapped FROM incident"
                        + " UNION SELECT id, wrapped FROM draft_before WHERE id IS NOT NULL"
                        + " UNION ALL SELECT id, wrapped FROM account"
                        + " UNION ALL SELECT id, wrapped FROM slack_installation"
                        + " UNION ALL SELECT id, wrapped FROM teams_reference"
                        + " UNION ALL SELECT id, wrapped FROM awaited"
                        + " UNION ALL SELECT id, wrapped FROM delivery WHERE wrapped IS NOT NULL) WHERE id > ? ORDER BY id LIMIT ?",
                row -> new Held(row.getString(1), row.getBytes(2)),
                after,
                most));
    }

    @Override
    public void replace(List<Change> changes) {
        file.transaction(connection -> {
            int replaced = 0;
            for (Change change : changes) {
                for (String table : TABLES) {
                    replaced += Sql.run(
                            connection,
                            "UPDATE " + table + " SET wrapped = ? WHERE id = ? AND wrapped = ?",
                            change.now(),
                            change.record(),
                            change.before());
                }
            }
            return replaced;
        });
    }
}
