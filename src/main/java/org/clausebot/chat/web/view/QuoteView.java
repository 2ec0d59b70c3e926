package org.clausebot.chat.web.view;

import java.util.List;

/**
 * A clause as it is shown.
 *
 * @param id of the element on the page
 * @param policy the policy's short name
 * @param title the policy's title
 * @param version the policy's version
 * @param address such as {@code 2.4.6} or {@code 1.1.1#3}
 * @param label the address in words people read, such as {@code 1.1.1, bullet 3}
 * @param link to the clause within the whole policy
 * @param headings the heading path, outermost first
 * @param leadIn what stands before the text and may reverse it; empty for none
 * @param pieces the text, cut where emphasis begins and ends
 * @param badge how strongly the clause speaks, in its own words; empty for none
 * @param copy what the copy button copies
 * @param votes the buttons under it; none where nothing was asked
 */
public record QuoteView(
        String id,
        String policy,
        String title,
        String version,
        String address,
        String label,
        String link,
        List<String> headings,
        String leadIn,
        List<Piece> pieces,
        String badge,
        String copy,
        List<VoteView> votes) {

    /** A part of the text. */
    public record Piece(String text, boolean strong) {}
}
