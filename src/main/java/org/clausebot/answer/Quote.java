package org.clausebot.answer;

import java.util.List;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.policy.Span;

/**
 * A clause shown word for word.
 *
 * @param policy the policy version it stands in
 * @param clause a clause of that policy, lead-in included
 * @param emphasis the parts of {@link Clause#text()} that bear on the question, sorted, not overlapping; emphasis never
 *     changes a letter
 * @param score how well it answers, comparable within one answer
 */
public record Quote(Policy policy, Clause clause, List<Span> emphasis, double score) {
    /** @throws IllegalArgumentException when the clause is not one of the policy's, or emphasis leaves its text */
    public Quote {
        emphasis = emphasis.stream().sorted().toList();
        if (policy.clause(clause.ref().address()).filter(clause::equals).isEmpty()) {
            throw new IllegalArgumentException(clause.ref() + " is not a clause of " + policy.details());
        }
        int end = 0;
        for (Span span : emphasis) {
            if (span.start() < end || span.end() > clause.text().length()) {
                throw new IllegalArgumentException("Emphasis " + span + " leaves the text of " + clause.ref());
            }
            end = span.end();
        }
    }

    /** How strongly the clause speaks where it bears on the question. */
    public Strength strength() {
        return StanceReader.of(
                clause, emphasis.isEmpty() ? new Span(0, clause.text().length()) : emphasis.getFirst());
    }
}
