package org.clausebot.querylog;

import org.clausebot.policy.ClauseRef;
import org.clausebot.querylog.Entry.Verdict;

/** Where questions are taken down. None of it delays or fails whoever calls it. */
public interface QuestionLog {
    /** Takes nothing down. */
    QuestionLog NONE = new QuestionLog() {
        @Override
        public void record(Asked asked) {}

        @Override
        public void vote(Asker by, ClauseRef clause, String version, Verdict verdict) {}

        @Override
        public void turn(Asker who, boolean on) {}

        @Override
        public boolean takes(Asker who) {
            return false;
        }
    };

    void record(Asked asked);

    /** Adds what somebody thought of a clause to the last of their questions that it answered, if it can still be found. */
    void vote(Asker by, ClauseRef clause, String version, Verdict verdict);

    /** Switches the log off for somebody, or on again. What was taken down before stays: nobody knows whose it is. */
    void turn(Asker who, boolean on);

    /** Whether anything that this person asks is taken down. */
    boolean takes(Asker who);
}
