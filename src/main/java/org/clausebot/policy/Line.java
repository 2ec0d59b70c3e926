package org.clausebot.policy;

/**
 * A printed line of a document that comes as lines: a text file, or a page of a PDF.
 *
 * @param source its words, without the white space around them; never empty
 * @param indent how far it stands from the margin, in characters
 * @param look how all of it is set
 * @param blanksBefore how many empty lines stand before it, page furniture not counted
 * @param pageStart true when page furniture or a page break stands between it and the line before
 */
record Line(Span source, int indent, Block.Look look, int blanksBefore, boolean pageStart) {
    Line {
        if (source.isEmpty() || indent < 0 || blanksBefore < 0) {
            throw new IllegalArgumentException("A line has words and stands somewhere");
        }
    }
}
