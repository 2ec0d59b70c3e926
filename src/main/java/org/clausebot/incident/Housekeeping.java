package org.clausebot.incident;

import java.time.Duration;
import java.time.Instant;

/** What is due by time alone. The program calls it every minute or so; a run that was missed is made up by the next. */
public final class Housekeeping {
    /** Long enough for an acknowledgement that came twice to be known as one. */
    private static final Duration KEEP_ACCEPTED = Duration.ofDays(30);

    private final Incidents.Parts parts;
    private final Escalation escalation;
    private final Retention retention;
    private final Register register;

    Housekeeping(Incidents.Parts parts, Escalation escalation, Retention retention, Register register) {
        this.parts = parts;
        this.escalation = escalation;
        this.retention = retention;
        this.register = register;
    }

    /**
     * What one run did.
     *
     * @param expired unfinished conversations destroyed
     * @param overdue reports whose waiting was told to somebody
     * @param orphaned reports given on because everybody who had them has left
     * @param deleted reports whose time of keeping was over
     * @param due declarations to be renewed, and requests at their end, of which somebody was reminded
     */
    public record Done(int expired, int overdue, int orphaned, int deleted, int due) {}

    public Done run(Instant now) {
        Done done = new Done(
                parts.drafts().expire(now),
                escalation.overdue(now),
                escalation.orphaned(now),
                retention.purge(now),
                register.remind(now));
        parts.notices().forget(now.minus(KEEP_ACCEPTED));
        if (done.expired() + done.deleted() > 0) {
            parts.cases().scrub();
        }
        return done;
    }
}
