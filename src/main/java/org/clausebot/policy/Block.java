package org.clausebot.policy;

import java.util.List;
import java.util.Optional;

/**
 * A piece of a document as its format gives it, before anything is understood of numbers, lead-ins or sections. Each
 * reader turns its format into blocks; one structurer turns blocks of every format into clauses.
 *
 * <p>A number that the author typed stays in the words; a number that the format computes (Word's lists, HTML's ordered
 * lists) is the block's {@code label}, as it would be printed, and its place is empty in the text.
 */
sealed interface Block {
    /** Where its words stand in the document's text, without a computed label. */
    Span source();

    /**
     * A heading that the format declares: {@code h1}–{@code h6}, {@code #}, a Word heading style.
     *
     * @param level 1 (outermost) to 9
     * @param label the number the format prints before it, if any
     */
    record Heading(Span source, int level, Optional<String> label) implements Block {}

    /**
     * A paragraph.
     *
     * @param indent how far its first line stands from the margin, in characters; 0 where the format has no indents
     * @param look how all of it is set, which may make it a heading
     * @param within true when it goes on inside the list item or table cell before it, as a second paragraph does
     */
    record Paragraph(Span source, int indent, Look look, boolean within) implements Block {}

    /**
     * An item of a list.
     *
     * @param depth 0 for the outermost list
     * @param label as printed ({@code (a)}, {@code 1.2.}, {@code iv.}); empty for a bullet
     */
    record Item(Span source, int depth, Optional<String> label) implements Block {}

    /**
     * A row of a table.
     *
     * @param source from its first cell to its last
     * @param table which table of the document, from 0
     * @param header whether it names the columns
     * @param cells where the words of each cell stand; an empty span for an empty cell
     */
    record Row(Span source, int table, boolean header, List<Span> cells) implements Block {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** How a paragraph is set, as far as it can tell a heading from text. */
    enum Look {
        PLAIN,
        /** All of it bold, or larger than the text around it. */
        STRONG,
        /** The document's title or subtitle, by its style. */
        TITLE
    }
}
