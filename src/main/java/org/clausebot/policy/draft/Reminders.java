package org.clausebot.policy.draft;

import java.time.Instant;
import java.time.LocalDate;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;

/** Of which reviews somebody was reminded. What is noted here is on disk on return and outlasts a restart. */
public interface Reminders {
    /**
     * Notes that somebody is reminded, and queues the mail that does it, both or neither.
     *
     * @return false when they were reminded of this before; nothing is done then
     */
    boolean remind(Reminder reminder);

    /** Forgets what was noted before {@code before}. */
    void forget(Instant before);

    /**
     * @param due the day of the review
     * @param step as {@link ReviewDue#step} names it
     * @param receiver a person's id
     * @param mail the id of the mail; random, and never used again
     */
    record Reminder(
            PolicyId policy, LocalDate due, String step, SchoolId school, String receiver, String mail, Instant at) {}
}
