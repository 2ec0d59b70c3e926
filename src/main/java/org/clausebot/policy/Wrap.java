package org.clausebot.policy;

import java.util.List;

/**
 * Where a document's lines are broken.
 *
 * @param width the length at which its long lines end, in characters; {@link Integer#MAX_VALUE} when its paragraphs are
 *     one line each
 */
record Wrap(int width) {
    /** Nobody wraps lines by hand beyond this. */
    private static final int WIDEST = 130;

    static Wrap of(DocumentText document, List<Line> lines) {
        int[] lengths = lines.stream()
                .mapToInt(l -> l.indent() + document.read(l.source()).length())
                .filter(n -> n > 20)
                .sorted()
                .toArray();
        if (lengths.length == 0) {
            return new Wrap(Integer.MAX_VALUE);
        }
        int ninth = lengths[lengths.length * 9 / 10];
        boolean unwrapped = ninth > WIDEST || (lengths[lengths.length - 1] > 3 * WIDEST && ninth > WIDEST * 3 / 4);
        return new Wrap(unwrapped ? Integer.MAX_VALUE : ninth);
    }

    boolean none() {
        return width == Integer.MAX_VALUE;
    }

    /** Whether the first of {@code words} had room at the end of {@code line}, so that the break was meant. */
    boolean wouldFit(Line line, String words) {
        if (none()) {
            return true;
        }
        int first = 0;
        while (first < words.length() && !Character.isWhitespace(words.charAt(first))) {
            first++;
        }
        return line.indent() + line.source().length() + 1 + first <= width * 0.85;
    }
}
