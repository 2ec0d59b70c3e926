package org.clausebot.policy.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;

/** Of which reviews somebody was reminded. What is noted here is on disk on return and outlasts a restart. */
public interface Reminders {
    /**
     * Notes that somebody is reminded, and queues one mail for all of it, both or neither. What they were reminded of before
     * is left out.
     *
     * @return what they were not reminded of before; where that is nothing, nothing is done
     */
    List<Due> remind(Reminder reminder);

    /**
     * What a mail reminds of, the first day first.
     *
     * @param at when it was queued
     */
    List<Due> told(String receiver, Instant at);

    /** Forgets what was noted before {@code before}. */
    void forget(Instant before);

    /**
     * A review.
     *
     * @param step as {@link ReviewDue#step} names it
     */
    record Due(PolicyId policy, LocalDate day, String step) {}

    /**
     * @param receiver a person's id
     * @param mail the id of the mail; random, and never used again
     */
    record Reminder(List<Due> due, SchoolId school, String receiver, String mail, Instant at) {
        public Reminder {
            due = List.copyOf(due);
        }
    }
}
