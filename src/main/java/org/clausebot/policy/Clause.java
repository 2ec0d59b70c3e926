package org.clausebot.policy;

import java.util.List;
import java.util.Optional;

/**
 * One rule of a policy as printed. It carries its lead-in, because the text alone may say the opposite of the rule.
 *
 * @param ref its address
 * @param headings the heading path, outermost first, each as printed ({@code 2.4 Protection of personal information})
 * @param leadIn what introduces it, if anything
 * @param text its words, without its number, white space folded
 * @param source where its words stand in the document's text
 */
public record Clause(ClauseRef ref, List<String> headings, Optional<LeadIn> leadIn, String text, Span source) {
    public Clause {
        headings = List.copyOf(headings);
        if (text.isBlank()) {
            throw new IllegalArgumentException("Clause " + ref + " has no words");
        }
    }

    /** The lead-in's words, or the empty string. */
    public String leadInText() {
        return leadIn.map(LeadIn::text).orElse("");
    }

    /** Lead-in and text as one sentence: what the clause says when it is read by itself. */
    public String statement() {
        return leadIn.map(l -> l.text() + " " + text).orElse(text);
    }
}
