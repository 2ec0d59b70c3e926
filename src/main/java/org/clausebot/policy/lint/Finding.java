package org.clausebot.policy.lint;

import java.util.List;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Span;

/**
 * One thing that the owner of a policy should look at.
 *
 * @param rule what was looked for
 * @param severity how much it matters
 * @param place where it is
 * @param span the words it is about, in the policy's document; empty at 0 when it is about no words in particular
 * @param message what is the matter, in plain English, naming the place
 * @param suggestion what to do about it
 * @param also further clauses that it is about, in the order of the document
 */
public record Finding(
        Rule rule, Severity severity, Place place, Span span, String message, String suggestion, List<ClauseRef> also) {
    public Finding {
        also = List.copyOf(also);
        if (message.isBlank() || suggestion.isBlank()) {
            throw new IllegalArgumentException("A finding says what is the matter and what to do");
        }
    }
}
