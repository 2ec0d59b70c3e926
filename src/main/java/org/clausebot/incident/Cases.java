package org.clausebot.incident;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;

/**
 * What receivers do with reports. Every method asks the one place that decides who may see a report; a report that {@code
 * who} may not see does not exist for it: not in a list, a count, a search, an error or a time. All that returns normally
 * is on disk and in the audit log. Thread-safe.
 */
public interface Cases {
    /**
     * Reports that {@code who} may see, the newest first.
     *
     * @param words searched for in the whole case, whatever their capitals; empty for all
     */
    List<Line> list(Viewer who, Optional<Status> status, String words);

    /** The whole case; a first look makes a new one seen. Empty when there is none for {@code who}. */
    Optional<Case> open(Viewer who, String reference);

    /** One line of the list, for checking a change before it is made: a look that shows nobody anything. */
    Optional<Line> line(Viewer who, String reference);

    /**
     * @param was the status that {@code who} saw; when it is another by now nothing is changed
     * @param reason needed for {@code PASSED_ON} and {@code CLOSED}
     */
    Outcome status(Viewer who, String reference, Status was, Status status, String reason, boolean tellReporter);

    /** A note that only receivers of the case see. */
    Outcome note(Viewer who, String reference, String words);

    /** A message that the reporter sees with their receipt. */
    Outcome message(Viewer who, String reference, String words);

    /** Another recipient beside the others. */
    Outcome addRecipient(Viewer who, String reference, String receiverId, String reason);

    /** Gives the case to {@code receiverId}, who may have it already; {@code who} no longer has it. */
    Outcome handOver(Viewer who, String reference, String receiverId, String reason);

    /**
     * {@code who} has a conflict: from now on the case does not exist for them. When nobody else is left, the next person
     * who may is added.
     */
    Outcome recuse(Viewer who, String reference, String reason);

    /** While it is held nothing of the case is deleted. */
    Outcome hold(Viewer who, String reference, boolean held, String reason);

    /** The clean copy, or the sealed original. Audited. */
    Optional<FileContent> evidence(Viewer who, String reference, String evidenceId, boolean original);

    /** Says in the audit log that the whole case left the program. */
    Optional<Case> export(Viewer who, String reference, String form);

    /**
     * Those to whom {@code who} may hand the case over: everybody else in the school who is not kept out of it, those who
     * have it already as well.
     */
    List<Receiver> candidates(Viewer who, String reference);

    /**
     * The register: what {@code who} may see of declarations, such as of a shared social circle, and of what was asked for
     * until a day; the newest first.
     */
    List<Declaration> declarations(Viewer who);

    /** How many lines of the register are due today; belongs to {@link #list}, and leaves no row of its own. */
    int due(Viewer who);

    /** What would be deleted by {@code day} by the retention rules, of the cases that {@code who} may see. */
    List<Expiring> expiring(Viewer who, LocalDate day);

    /** A signed-in receiver. */
    record Viewer(SchoolId school, String receiverId) {}

    /** @param overdue unseen for longer than it should be */
    record Line(String reference, String title, Instant at, Status status, boolean overdue, boolean held) {}

    /**
     * A whole case.
     *
     * @param answers what was asked and answered, in order
     * @param policyVersion the version of the policy whose clauses were shown
     * @param chronology everything that happened, oldest first
     * @param closes when it will be deleted by the retention rules, once it is closed
     */
    record Case(
            Line line,
            String flow,
            List<Answered> answers,
            List<String> cites,
            String policyVersion,
            List<Reporting.Evidence> evidence,
            List<String> recipients,
            List<Event> chronology,
            Optional<LocalDate> closes) {}

    /** A step's question as it was put, and the answer as people read it. */
    record Answered(String step, String question, String answer) {}

    /**
     * One thing that happened.
     *
     * @param what such as {@code note}, {@code message}, {@code added}, {@code status}, {@code recipient}, {@code viewed}
     * @param by a name, {@code the reporter}, or {@code Clausebot}
     * @param words may be empty
     */
    record Event(Instant at, String what, String by, String words) {}

    /** @param bytes to be sent as a download, never shown in a page */
    record FileContent(String name, String kind, ByteBuffer bytes) {}

    /**
     * A line of the register.
     *
     * @param due when it is to be declared again, or what was asked for ends; empty for a declaration that is not renewed
     * @param declared false for what was asked for
     */
    record Declaration(Line line, Optional<LocalDate> due, boolean declared) {}

    /** A case that will be deleted. */
    record Expiring(String reference, String title, LocalDate day, boolean held) {}

    /** What came of a change. */
    enum Outcome {
        DONE,
        /** There is no such case for this person. */
        NO_SUCH_CASE,
        /** Somebody else has changed it since it was looked at. */
        CHANGED_MEANWHILE,
        /** The words, the reason or the person are missing, too long or not possible. */
        NOT_POSSIBLE
    }
}
