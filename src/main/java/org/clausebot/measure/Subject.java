package org.clausebot.measure;

import org.clausebot.answer.Answer;
import org.clausebot.answer.Answerer;
import org.clausebot.answer.Question;

/** What is measured. */
public interface Subject {
    Answer answer(Question question);

    /** How urgent it takes a message to be, about 0 to 1, whatever it answers. */
    double urgency(Question question);

    /** The program's own answers. */
    static Subject of(Answerer answerer) {
        return new Subject() {
            @Override
            public Answer answer(Question question) {
                return answerer.answer(question);
            }

            @Override
            public double urgency(Question question) {
                return answerer.urgency(question);
            }
        };
    }
}
