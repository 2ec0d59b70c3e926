package org.clausebot.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Question;
import org.clausebot.flow.FlowEngine;

/**
 * The one way by which a question becomes what staff are told, in every channel and in the middle of a report: what the
 * policies in force say, and the school's own words where another policy answers.
 */
final class Answers {
    private final Function<Question, Answer> policies;
    private final Function<Question, Optional<Answer>> firstSteps;
    private final AtomicReference<UnaryOperator<Answer>> pointing = new AtomicReference<>(UnaryOperator.identity());

    /**
     * @param policies what the policies in force say
     * @param firstSteps what is to be done first, where something has happened
     */
    Answers(Function<Question, Answer> policies, Function<Question, Optional<Answer>> firstSteps) {
        this.policies = policies;
        this.firstSteps = firstSteps;
    }

    /** Says from now on what the school wants said where another policy answers. */
    void pointWith(UnaryOperator<Answer> pointer) {
        pointing.set(pointer);
    }

    Answer of(Question question) {
        return pointing.get().apply(policies.apply(question));
    }

    /** To what is no question nothing but first steps is said in the middle of a report, so no clauses are sought. */
    Answer amidReport(Question question) {
        return FlowEngine.looksLikeQuestion(question.text())
                ? of(question)
                : firstSteps
                        .apply(question)
                        .orElseGet(() -> new Answer.NotCovered(new Findings(question.text(), 0, List.of())));
    }
}
