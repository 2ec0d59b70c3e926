package org.clausebot.chat.web.view;

import java.util.List;

/**
 * A whole policy to read and print.
 *
 * @param facts owner, dates and the like, as printed
 * @param head what the document prints before its first clause
 * @param parts its sections in order
 * @param foot the document-control lines
 */
public record PolicyView(
        Frame frame,
        String id,
        String title,
        String version,
        List<Fact> facts,
        List<String> head,
        List<Part> parts,
        List<String> foot) {

    /** Something known of the policy. */
    public record Fact(String name, String value) {}

    /**
     * A section.
     *
     * @param level 2 (outermost) to 6, as in {@code h2}
     * @param anchor the id of its heading
     * @param title as printed; empty for what stands before the first heading
     */
    public record Part(int level, String anchor, String title, List<Group> groups) {}

    /**
     * Clauses that share a lead-in.
     *
     * @param id of the lead-in's element; empty when there is none to refer to
     * @param leadIn shown once before them; empty when there is none or it stands right above as a clause
     */
    public record Group(String id, String leadIn, List<Item> items) {}

    /**
     * A clause.
     *
     * @param anchor its id, to which quotes link
     * @param label its number, or a bullet
     * @param name the address in words, for those who hear the page
     * @param bullet whether the document prints a bullet and no number
     */
    public record Item(String anchor, String label, String name, String text, boolean bullet) {}
}
