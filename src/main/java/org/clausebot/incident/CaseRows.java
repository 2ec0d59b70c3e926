package org.clausebot.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.policy.SchoolId;

/**
 * Reports as sealed bytes, with who may see them. Each method is one transaction, on disk with its audit rows when it
 * returns. Nothing is decided here: {@code Access} decides, on the route of the row.
 */
public interface CaseRows {
    /**
     * Stores a report, ends the conversation {@code fresh.row().id()} whose evidence becomes the report's, queues the
     * notices.
     *
     * @param owner who is shown the receipt again until {@code shownUntil}
     */
    Stored store(Fresh fresh, String owner, Instant shownUntil);

    Optional<Row> byConversation(String conversation);

    Optional<Row> byReceipt(String receipt);

    /** The report that {@code owner} sent last, while their receipt is shown again. */
    Optional<Row> handedOut(SchoolId school, String owner, Instant now);

    /** The report of this reference if {@code person} is a recipient of it; as quick when there is one they may not see. */
    Optional<Row> byReference(SchoolId school, String reference, String person);

    /** The reports of which {@code person} is a recipient, the newest first. */
    List<Row> routedTo(SchoolId school, String person);

    /** Those in {@code status}, not escalated and sent no later than {@code by}, the oldest first. */
    List<Row> waiting(String status, Instant by, int most);

    /** All reports after {@code afterId} in the order of ids, in batches. */
    List<Row> after(String afterId, int most);

    /** Those whose time of keeping ends on {@code day} or before and that are not held. */
    List<Row> expiring(LocalDate day, int most);

    /** Overwrites what was destroyed in the files of the database as well; takes a moment. */
    void scrub();

    /** The sealed answers and what happened since, oldest first; empty when the report is gone. */
    Optional<Contents> contents(String id);

    /** @return false when the report has changed since it was read, or is gone; nothing is changed then */
    boolean change(Change change);

    /** Destroys the report with its data key, evidence and route; leaves the tombstone. False as for {@link #change}. */
    boolean delete(String id, long version, Tombstone tombstone, List<AuditRows.Row> audit);

    List<Tombstone> tombstones(SchoolId school);

    /** What came of storing. */
    enum Stored {
        STORED,
        /** The conversation was sent before. */
        SENT_BEFORE,
        /** Another report, or a deleted one, has this reference or code. */
        CODE_TAKEN
    }

    /**
     * A report without its answers.
     *
     * @param id of the record, random
     * @param conversation the fingerprint of the conversation's id
     * @param receipt the fingerprint of the receipt's code
     * @param reference random; what receivers call it
     * @param version rises with every change
     * @param entries how many things happened since it was sent
     */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes, passed through
    record Row(
            String id,
            SchoolId school,
            String conversation,
            String receipt,
            String reference,
            byte[] wrapped,
            long version,
            int entries,
            Instant sent,
            State state,
            Route route) {}

    /**
     * What changes of a report.
     *
     * @param status a {@link Status} code
     * @param escalated whether somebody was told that it waits unseen
     * @param held whether it may not be deleted
     * @param expires the day from which it is deleted
     */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes, passed through
    record State(String status, boolean escalated, boolean held, Optional<LocalDate> expires, byte[] summary) {}

    /**
     * Who stands for what, by the fingerprints of their ids.
     *
     * @param recipients may see it
     * @param keptOut never may, and never become recipients
     */
    record Route(Set<String> recipients, Set<String> keptOut) {
        public Route {
            recipients = Set.copyOf(recipients);
            keptOut = Set.copyOf(keptOut);
            if (recipients.stream().anyMatch(keptOut::contains)) {
                throw new IllegalArgumentException("Nobody is a recipient and kept out");
            }
        }
    }

    /** A report to be stored. */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes, passed through
    record Fresh(Row row, byte[] body, List<Notices.Notice> notices, List<AuditRows.Row> audit) {
        public Fresh {
            notices = List.copyOf(notices);
            audit = List.copyOf(audit);
        }
    }

    /** The sealed parts of a report. */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes, passed through
    record Contents(byte[] body, List<byte[]> entries) {
        public Contents {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A change, all of it or nothing.
     *
     * @param version on which it was decided
     * @param route as it shall be; whoever was kept out must still be
     * @param entries to be added at the end
     */
    record Change(
            String id,
            long version,
            State state,
            Route route,
            List<byte[]> entries,
            List<Notices.Notice> notices,
            List<AuditRows.Row> audit) {
        public Change {
            entries = List.copyOf(entries);
            notices = List.copyOf(notices);
            audit = List.copyOf(audit);
        }
    }

    /** What is left of a deleted report. */
    record Tombstone(
            SchoolId school, String reference, String flow, LocalDate sent, LocalDate closed, LocalDate deleted) {}
}
