package org.clausebot.incident;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.SchoolId;

/** The audit log: who saw and did what, and the proof that nothing of it was changed or cut off. */
public final class Audit {
    static final String PROGRAM = "clausebot";
    static final String REPORTER = "reporter";
    /** Before the id of the flow that gave them. */
    static final String FIRST_STEPS = "first-steps-given:";

    private static final String CUT = "log-cut-found";
    private static final String HEAD_LOST = "log-head-made-anew";
    private static final String ACCEPTED = "log-cut-accepted";
    private static final int BATCH = 500;

    private final AuditRows rows;
    private final AuditChain chain;
    private final Clock clock;

    public Audit(AuditRows rows, AuditChain chain, Clock clock) {
        this.rows = rows;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * What verifying found.
     *
     * @param rows how many there are
     * @param fault the first thing that is wrong; empty when all is whole
     */
    public record Verdict(long rows, Optional<Fault> fault) {}

    /**
     * What is wrong with the log.
     *
     * @param row the first bad row, counted from 1
     * @param what a sentence for whoever keeps the program
     */
    public record Fault(long row, String what) {}

    /** Adds a row about something that is no report, such as a sign-in. {@code action} is a code, never typed words. */
    public void note(SchoolId school, String actor, String action) {
        rows.append(List.of(new AuditRows.Row(clock.instant(), school, "", actor, action)));
    }

    /**
     * To be called once at every start, before anything else is audited. Brings the head up to the log after a crash.
     * When the log is behind the head, or is another one, that is written into the log itself, where it stays.
     */
    public void start() throws IOException {
        Optional<AuditRows.Chained> last = rows.last();
        Optional<AuditChain.Head> head = chain.head();
        if (head.isEmpty()) {
            if (last.isPresent()) {
                note(SchoolId.DEFAULT, PROGRAM, HEAD_LOST);
                resetToLast();
            }
            return;
        }
        boolean whole = at(head.get().seq())
                .filter(row -> row.hash().equals(head.get().hash()))
                .isPresent();
        if (whole) {
            last.ifPresent(row -> chain.committed(row.seq(), row.hash()));
        } else {
            note(SchoolId.DEFAULT, PROGRAM, CUT);
            resetToLast();
        }
    }

    /** Says in the log that a cut that was found is explained, such as by restoring an older backup. */
    public void accept() {
        note(SchoolId.DEFAULT, PROGRAM, ACCEPTED);
    }

    private void resetToLast() {
        rows.last().ifPresent(row -> chain.reset(row.seq(), row.hash()));
    }

    private Optional<AuditRows.Chained> at(long seq) {
        return rows.after(seq - 1, 1).stream().filter(row -> row.seq() == seq).findFirst();
    }

    /** Reads the whole log, in batches, and compares it with its head. */
    public Verdict verify() throws IOException {
        // Before the rows: what is added meanwhile only makes the log longer than this head.
        Optional<AuditChain.Head> head = chain.head();
        long count = 0;
        String before = "";
        List<AuditRows.Chained> found = new ArrayList<>();
        for (List<AuditRows.Chained> batch = rows.after(0, BATCH); !batch.isEmpty(); ) {
            for (AuditRows.Chained row : batch) {
                Optional<Fault> fault = fault(count + 1, before, row, head);
                if (fault.isPresent()) {
                    return new Verdict(count, fault);
                }
                count++;
                before = row.hash();
                remember(row, found);
            }
            batch = rows.after(count, BATCH);
        }
        return new Verdict(
                count, tail(count, head).or(() -> found.stream().findFirst().map(Audit::told)));
    }

    private Optional<Fault> fault(long seq, String before, AuditRows.Chained row, Optional<AuditChain.Head> head) {
        if (row.seq() != seq) {
            return Optional.of(new Fault(seq, "Row " + seq + " is missing: the next one there is row " + row.seq()));
        }
        if (!row.hash().equals(chain.hash(before, seq, row.row()))) {
            return Optional.of(new Fault(
                    seq, "Row " + seq + " was changed, put in or moved: its hash does not follow from the row before"));
        }
        if (head.isPresent() && head.get().seq() == seq && !head.get().hash().equals(row.hash())) {
            return Optional.of(new Fault(
                    seq, "Row " + seq + " is not the one that the head file knows: the log was cut and written anew"));
        }
        return Optional.empty();
    }

    private static Optional<Fault> tail(long count, Optional<AuditChain.Head> head) {
        if (head.isEmpty()) {
            return count == 0
                    ? Optional.empty()
                    : Optional.of(new Fault(
                            count, "The head file is gone or damaged, so rows after " + count + " could be missing"));
        }
        return head.get().seq() <= count
                ? Optional.empty()
                : Optional.of(new Fault(
                        count + 1,
                        "Rows " + (count + 1) + " to " + head.get().seq()
                                + " are missing: the log was cut, or an older copy of the database was put back"));
    }

    private static void remember(AuditRows.Chained row, List<AuditRows.Chained> found) {
        switch (row.row().action()) {
            case CUT, HEAD_LOST -> found.add(row);
            case ACCEPTED -> found.clear();
            default -> {}
        }
    }

    private static Fault told(AuditRows.Chained row) {
        return new Fault(
                row.seq(),
                "At the start of the program on " + row.row().at() + " the log "
                        + (row.row().action().equals(CUT)
                                ? "lacked rows that its head file knew"
                                : "had rows but no head file")
                        + ": rows before row " + row.seq()
                        + " were cut off, or an older copy was put back");
    }
}
