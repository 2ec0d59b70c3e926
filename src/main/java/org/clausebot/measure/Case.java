package org.clausebot.measure;

import java.util.List;
import java.util.Map;
import org.clausebot.answer.Question;

/**
 * A question whose answer is known.
 *
 * @param id its name in its file
 * @param question as typed, with what was asked before it
 * @param gold the clauses that bear on it: 2 answers it, 1 supports. The key is a clause's address, with
 *     {@code policy/} before it where several policies could have it; empty when no clause answers it
 */
record Case(String id, Question question, Map<String, Integer> gold) {
    Case {
        gold = Map.copyOf(gold);
    }

    Case(String id, String question, Map<String, Integer> gold) {
        this(id, new Question(question), gold);
    }

    boolean answerable() {
        return !gold.isEmpty();
    }

    /** All that was typed, for people to read. */
    String words() {
        List<String> earlier = question.earlier();
        return earlier.isEmpty() ? question.text() : String.join(" | ", earlier) + " | " + question.text();
    }
}
