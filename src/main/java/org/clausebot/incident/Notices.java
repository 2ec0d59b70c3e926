package org.clausebot.incident;

import java.time.Instant;
import java.util.List;
import org.clausebot.policy.SchoolId;

/**
 * The queue of notices, as the mail worker sees it. Rows are queued together with what they tell of, in one transaction,
 * and nothing of a notice says what that is.
 *
 * <p>A notice is waiting, being handed over, or accepted. Whoever hands it over {@link #claim claims} it first, which is
 * on disk before the mail server hears of it; then {@link #accepted} or {@link #failed} is noted. Once acceptance is
 * noted it is never given out again.
 *
 * <p>A crash after the mail server accepted it and before that was noted cannot be told from a crash just before: the
 * claim runs out and the notice is given out again. It is better for a receiver to be told twice than not at all, and
 * the second message has the {@link Notice#id} of the first in its Message-ID, by which mail systems know it for the same.
 */
public interface Notices {
    /** Queues one by itself. A notice of a report is queued with the report instead, in its transaction. */
    void queue(Notice notice);

    /** Those to be tried at {@code now}, the longest due first: not accepted, and not claimed at this time. */
    List<Notice> due(Instant now, int limit);

    /**
     * Takes a due notice for handing over until {@code until}; nobody else gets it before. Counts as an attempt.
     *
     * @return false when it was accepted, taken or put off meanwhile
     */
    boolean claim(String id, Instant now, Instant until);

    /** The mail server has taken it. Noted twice, the first time stays. */
    void accepted(String id, Instant at);

    /** The mail server has not taken it; it is due again at {@code nextAttempt}. Does nothing to an accepted one. */
    void failed(String id, Instant nextAttempt);

    /** Those not accepted after {@code attempts} attempts or more, the oldest first. */
    List<Notice> stuck(SchoolId school, int attempts);

    /** Forgets those that were accepted before {@code before}. */
    void forget(Instant before);

    /**
     * @param id random; stable over all attempts, for the Message-ID
     * @param receiverId a {@link org.clausebot.school.Receiver}; may have left the school meanwhile
     * @param attempts how often it was claimed
     */
    record Notice(String id, SchoolId school, String receiverId, Instant queued, Instant next, int attempts) {
        /** One to be sent at once. */
        public static Notice fresh(String id, SchoolId school, String receiverId, Instant at) {
            return new Notice(id, school, receiverId, at, at, 0);
        }
    }
}
