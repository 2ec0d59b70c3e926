package org.clausebot.storage;

import java.time.Instant;
import java.util.List;
import org.clausebot.incident.Notices.Notice;
import org.clausebot.policy.draft.Reminders;

/** {@link Reminders} in SQLite. */
final class SqliteReminders implements Reminders {
    private final SqliteFile file;

    SqliteReminders(SqliteFile file) {
        this.file = file;
    }

    @Override
    public boolean remind(Reminder reminder) {
        return file.transaction(connection -> {
            int noted = Sql.run(
                    connection,
                    "INSERT OR IGNORE INTO review_reminder (policy, due, step, receiver, at) VALUES (?, ?, ?, ?, ?)",
                    reminder.policy().value(),
                    reminder.due().toString(),
                    reminder.step(),
                    reminder.receiver(),
                    reminder.at().getEpochSecond());
            if (noted == 1) {
                SqliteNotices.queue(
                        connection,
                        SqliteNotices.REVIEWS,
                        List.of(Notice.fresh(reminder.mail(), reminder.school(), reminder.receiver(), reminder.at())));
            }
            return noted == 1;
        });
    }

    @Override
    public void forget(Instant before) {
        file.transaction(
                connection -> Sql.run(connection, "DELETE FROM review_reminder WHERE at < ?", before.getEpochSecond()));
    }
}
