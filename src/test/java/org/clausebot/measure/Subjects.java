package org.clausebot.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Question;
import org.clausebot.answer.Quote;
import org.clausebot.answer.Ranked;
import org.clausebot.policy.Policy;

/** Subjects whose answers are known. */
final class Subjects {
    private Subjects() {}

    static Subject of(Function<Question, Answer> answer) {
        return of(answer, question -> 0.0);
    }

    static Subject of(Function<Question, Answer> answer, Function<Question, Double> urgency) {
        return new Subject() {
            @Override
            public Answer answer(Question question) {
                return answer.apply(question);
            }

            @Override
            public double urgency(Question question) {
                return urgency.apply(question);
            }
        };
    }

    /** An answer that quotes clauses of {@code policy}, best first. */
    static Answer quoted(Policy policy, double answerable, String... addresses) {
        List<Quote> quotes = new ArrayList<>();
        List<Ranked> ranking = new ArrayList<>();
        for (String address : addresses) {
            policy.clause(address).ifPresent(clause -> {
                quotes.add(new Quote(policy, clause, List.of(), 1));
                ranking.add(new Ranked(clause.ref(), 1));
            });
        }
        return new Answer.Quoted(new Findings("q", answerable, ranking), quotes, Context.NONE);
    }

    static Answer urgent(Answer.Concern concern) {
        return new Answer.Urgent(new Findings("q", 0.5, List.of()), concern, List.of(), Context.NONE);
    }

    static Answer notCovered(double answerable) {
        return new Answer.NotCovered(new Findings("q", answerable, List.of()));
    }
}
