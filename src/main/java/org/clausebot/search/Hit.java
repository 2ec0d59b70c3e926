package org.clausebot.search;

import java.util.List;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.policy.Span;

/**
 * A clause that was found.
 *
 * @param policy the policy version it stands in
 * @param clause the clause
 * @param score greater is better; comparable within one search
 * @param lexical what its words alone give, 0 (none in common) to 1
 * @param cosine how near its meaning is to the question's, -1 to 1; 0 for an advanced find, which asks for words alone
 * @param likeness how much the question is like examples of questions that it answers, about 0 to 1; 0 where there are no
 *     examples
 * @param matched the parts of {@link Clause#text()} that match best, sorted, not overlapping
 */
public record Hit(
        Policy policy,
        Clause clause,
        double score,
        double lexical,
        double cosine,
        double likeness,
        List<Span> matched) {
    public Hit {
        matched = List.copyOf(matched);
    }
}
