package org.clausebot.chat;

import java.util.List;
import java.util.Optional;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.QuestionLog;

/** Counts votes as another does, and has the question log join each to the question that it was on. */
public final class LoggedFeedback implements Feedback {
    private final Feedback counts;
    private final QuestionLog log;

    public LoggedFeedback(Feedback counts, QuestionLog log) {
        this.counts = counts;
        this.log = log;
    }

    @Override
    public void record(SchoolId school, Vote vote, Optional<Vote> instead) {
        counts.record(school, vote, instead);
    }

    @Override
    public void record(Reporter by, Vote vote, Optional<Vote> instead) {
        counts.record(by.school(), vote, instead);
        log.vote(
                Logging.asker(by),
                vote.clause(),
                vote.version(),
                switch (vote.verdict()) {
                    case HELPFUL -> Entry.Verdict.HELPFUL;
                    case NOT_ASKED -> Entry.Verdict.NOT_ASKED;
                });
    }

    @Override
    public List<Tally> tally(SchoolId school, PolicyId policy) {
        return counts.tally(school, policy);
    }
}
