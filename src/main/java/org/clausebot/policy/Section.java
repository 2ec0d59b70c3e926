package org.clausebot.policy;

import java.util.List;

/**
 * A heading of a policy and where it stands.
 *
 * @param headings the path down to and including this heading, outermost first
 * @param source where the heading stands in the document's text
 */
public record Section(List<String> headings, Span source) {
    public Section {
        headings = List.copyOf(headings);
        if (headings.isEmpty()) {
            throw new IllegalArgumentException("A section has a heading");
        }
    }

    public String title() {
        return headings.getLast();
    }
}
