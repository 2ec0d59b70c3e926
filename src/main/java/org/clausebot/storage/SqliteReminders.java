package org.clausebot.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clausebot.incident.Notices.Notice;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.draft.Reminders;

/** {@link Reminders} in SQLite. */
final class SqliteReminders implements Reminders {
    private final SqliteFile file;

    SqliteReminders(SqliteFile file) {
        this.file = file;
    }

    @Override
    public List<Due> remind(Reminder reminder) {
        return file.transaction(connection -> {
            List<Due> fresh = new ArrayList<>();
            for (Due due : reminder.due()) {
                int noted = Sql.run(
                        connection,
                        "INSERT OR IGNORE INTO review_reminder (policy, due, step, receiver, at) VALUES (?, ?, ?, ?, ?)",
                        due.policy().value(),
                        due.day().toString(),
                        due.step(),
                        reminder.receiver(),
                        reminder.at().getEpochSecond());
                if (noted == 1) {
                    fresh.add(due);
                }
            }
            if (!fresh.isEmpty()) {
                SqliteNotices.queue(
                        connection,
                        SqliteNotices.REVIEWS,
                        List.of(Notice.fresh(reminder.mail(), reminder.school(), reminder.receiver(), reminder.at())));
            }
            return List.copyOf(fresh);
        });
    }

    @Override
    public List<Due> told(String receiver, Instant at) {
        return file.read(connection -> Sql.list(
                connection,
                "SELECT policy, due, step FROM review_reminder WHERE receiver = ? AND at = ? ORDER BY due, policy",
                row -> new Due(new PolicyId(row.getString(1)), LocalDate.parse(row.getString(2)), row.getString(3)),
                receiver,
                at.getEpochSecond()));
    }

    @Override
    public void forget(Instant before) {
        file.transaction(
                connection -> Sql.run(connection, "DELETE FROM review_reminder WHERE at < ?", before.getEpochSecond()));
    }
}
