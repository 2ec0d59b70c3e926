package org.clausebot.app;

import java.util.function.Supplier;
import org.clausebot.policy.ClauseRef;
import org.clausebot.querylog.Asked;
import org.clausebot.querylog.Asker;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.QuestionLog;

/** A log that is opened after those who use it were made. */
record LaterLog(Supplier<QuestionLog> now) implements QuestionLog {
    @Override
    public void record(Asked asked) {
        now.get().record(asked);
    }

    @Override
    public void vote(Asker by, ClauseRef clause, String version, Verdict verdict) {
        now.get().vote(by, clause, version, verdict);
    }

    @Override
    public void turn(Asker who, boolean on) {
        now.get().turn(who, on);
    }

    @Override
    public boolean takes(Asker who) {
        return now.get().takes(who);
    }
}
