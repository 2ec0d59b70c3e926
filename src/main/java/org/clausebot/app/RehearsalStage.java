package org.clausebot.app;

import org.clausebot.answer.Answer;
import org.clausebot.answer.Answerer;
import org.clausebot.answer.Question;
import org.clausebot.insight.Rehearsal;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.RememberingModel;

/** The version in force and a draft in its place, both ready to answer. */
final class RehearsalStage implements Rehearsal.Stage {
    /** More than questions are under way at once, so that the second side finds what the first embedded. */
    static final int REMEMBERED = 256;

    private final Side before;
    private final Side after;
    private final RememberingModel shared;

    /** One side; closing its index ends it. */
    record Side(ClauseIndex index, Answerer answerer) {}

    RehearsalStage(Side before, Side after, RememberingModel shared) {
        this.before = before;
        this.after = after;
        this.shared = shared;
    }

    @Override
    public Answer before(Question question) {
        return before.answerer().answer(question);
    }

    @Override
    public Answer after(Question question) {
        return after.answerer().answer(question);
    }

    @Override
    public void close() {
        before.index().close();
        after.index().close();
        shared.close();
    }
}
