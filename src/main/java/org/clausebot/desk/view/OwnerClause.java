package org.clausebot.desk.view;

import java.util.List;

/**
 * A clause as printed, shown on its own.
 *
 * @param label its number, or how else it is called
 * @param policy the title of its policy
 * @param version of it
 * @param headings above it, the outermost first
 * @param leadIn what introduces it; empty for nothing
 * @param pieces its words
 * @param link to where it stands in the policy as staff use it
 * @param note what the page has to say of it
 */
public record OwnerClause(
        String label,
        String policy,
        String version,
        List<String> headings,
        String leadIn,
        List<Piece> pieces,
        String link,
        String note) {
    public OwnerClause {
        headings = List.copyOf(headings);
        pieces = List.copyOf(pieces);
    }

    /** @param strong whether it is what was looked for */
    public record Piece(String text, boolean strong) {}
}
