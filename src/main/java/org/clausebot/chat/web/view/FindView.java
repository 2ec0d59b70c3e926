package org.clausebot.chat.web.view;

import java.util.List;

/**
 * The advanced search.
 *
 * @param query as typed; empty on the first visit
 * @param problem what is wrong with it; empty when nothing is
 * @param before the query up to the mistake
 * @param at the character that is the mistake; empty at the end of the query
 * @param after the rest of the query
 * @param column where the mistake is, counted from 1
 * @param quotes what was found
 */
public record FindView(
        Frame frame,
        String query,
        String problem,
        String before,
        String at,
        String after,
        int column,
        List<QuoteView> quotes) {
    public boolean asked() {
        return !query.isEmpty();
    }
}
