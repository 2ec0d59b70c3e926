package org.clausebot.policy;

import java.util.List;

/**
 * The words that introduce a clause and may reverse it ("Adults working in schools should not:"). Nested lists have one
 * after the other, outermost first, joined by a space; a table row has its header row.
 *
 * @param text as read
 * @param sources where each part stands in the document, outermost first; never empty
 */
public record LeadIn(String text, List<Span> sources) {
    public LeadIn {
        sources = List.copyOf(sources);
        if (text.isBlank() || sources.isEmpty()) {
            throw new IllegalArgumentException("A lead-in has words and a place");
        }
    }
}
