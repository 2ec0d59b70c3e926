package org.clausebot.storage;

import java.nio.file.Path;
import org.clausebot.acknowledgement.ReadingRows;
import org.clausebot.chat.Feedback;
import org.clausebot.chat.awaited.Awaiting;
import org.clausebot.chat.inbox.Deliveries;
import org.clausebot.chat.slack.wire.Installations;
import org.clausebot.chat.teams.wire.References;
import org.clausebot.desk.signin.Accounts;
import org.clausebot.desk.signin.DeskSessions;
import org.clausebot.incident.AuditRows;
import org.clausebot.incident.CaseRows;
import org.clausebot.incident.DraftRows;
import org.clausebot.incident.EvidenceRows;
import org.clausebot.incident.Notices;
import org.clausebot.insight.GapRows;
import org.clausebot.insight.RehearsalTurns;
import org.clausebot.policy.draft.Reminders;
import org.clausebot.querylog.LogRows;
import org.clausebot.seal.WrappedKeys;

/** One SQLite file with all that the program keeps; hands each caller the port it needs. */
public final class SqliteStorage implements AutoCloseable {
    private final SqliteFile file;

    private SqliteStorage(SqliteFile file) {
        this.file = file;
    }

    /**
     * Opens {@code file}, made on first use and readable by its owner only, and brings it up to date.
     *
     * @throws StorageException when it cannot be opened, is damaged or was written by a newer program
     */
    public static SqliteStorage open(Path file) {
        return new SqliteStorage(SqliteFile.open(file));
    }

    public Feedback feedback() {
        return new SqliteFeedback(file);
    }

    /** Of which reviews of policies somebody was reminded. */
    public Reminders reminders() {
        return new SqliteReminders(file);
    }

    /** The queue of mails that remind of them. */
    public Notices reviewNotices() {
        return new SqliteNotices(file, SqliteNotices.REVIEWS);
    }

    public Notices notices() {
        return new SqliteNotices(file);
    }

    public DraftRows drafts() {
        return new SqliteDrafts(file);
    }

    public EvidenceRows evidence() {
        return new SqliteEvidence(file);
    }

    /** @param chain the same for all that is audited in this file */
    public CaseRows cases(AuditRows.Chain chain) {
        return new SqliteCases(file, new SqliteAudit(file, chain));
    }

    /** @param chain the same for all that is audited in this file */
    public AuditRows audit(AuditRows.Chain chain) {
        return new SqliteAudit(file, chain);
    }

    public WrappedKeys wrappedKeys() {
        return new SqliteKeys(file);
    }

    /**
     * Copies the database to {@code copy} as it is at this moment, while others read and write it.
     *
     * @param copy must not be there yet; readable by its owner only
     * @throws StorageException when it cannot be read, or the copy cannot be written
     */
    public static void copy(Path database, Path copy) {
        SqliteCopy.copy(database, copy);
    }

    /**
     * Checks a database that is not in use: that SQLite finds it whole and that this program knows its form.
     *
     * @throws StorageException when either is not so
     */
    public static void requireSound(Path database) {
        SqliteCopy.requireSound(database, SqliteFile.newestForm());
    }

    public Accounts accounts() {
        return new SqliteAccounts(file);
    }

    public DeskSessions deskSessions() {
        return new SqliteDeskSessions(file);
    }

    /** What Slack delivers. */
    public Deliveries deliveries() {
        return new SqliteDeliveries(file, "slack");
    }

    /** What Teams delivers. */
    public Deliveries teamsDeliveries() {
        return new SqliteDeliveries(file, "teams");
    }

    public References teamsReferences() {
        return new SqliteTeams(file);
    }

    public Awaiting awaiting() {
        return new SqliteAwaiting(file);
    }

    public Installations installations() {
        return new SqliteInstallations(file);
    }

    public GapRows gaps() {
        return new SqliteGaps(file);
    }

    public LogRows questionLog() {
        return new SqliteQueryLog(file);
    }

    public RehearsalTurns rehearsalTurns() {
        return new SqliteRehearsals(file);
    }

    public ReadingRows readings() {
        return new SqliteReadings(file);
    }

    @Override
    public void close() {
        file.close();
    }
}
