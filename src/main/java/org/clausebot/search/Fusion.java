package org.clausebot.search;

import java.util.Set;

/**
 * How words and meaning count together. Chosen by cross-validation on training questions; docs/quality.md has the table.
 *
 * @param heading what a word in a heading counts against one in the text
 * @param leadIn the same for the lead-in
 * @param halfBm25 the BM25 score that gives half of the lexical score's range
 * @param lexical what the whole range of the lexical score counts
 * @param meaning what a cosine of 1 counts
 * @param likeness what likeness to a clause's examples counts
 * @param sentence how far the best sentence's cosine stands for the whole clause's, 0 to 1
 * @param late what counts when every word of the question has its like in the clause
 * @param lateOf how many of the best clauses by all of these are compared word by word
 */
record Fusion(
        float heading,
        float leadIn,
        double halfBm25,
        double lexical,
        double meaning,
        double likeness,
        double sentence,
        double late,
        int lateOf) {
    static final Fusion CHOSEN = new Fusion(0.5f, 0.5f, 8, 0.1, 1, 2, 0.5, 0.5, 20);

    /** The same with nothing counted for {@code parts}. */
    Fusion without(Set<Part> parts) {
        return new Fusion(
                heading,
                leadIn,
                halfBm25,
                parts.contains(Part.WORDS) ? 0 : lexical,
                parts.contains(Part.VECTORS) ? 0 : meaning,
                parts.contains(Part.EXAMPLES) ? 0 : likeness,
                sentence,
                parts.contains(Part.LATE) ? 0 : late,
                lateOf);
    }
}
