package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes the text of a document and, beside it, the blocks that point into it. */
final class BlocksBuilder {
    /** Many times the longest policy; more words than this are no policy. */
    static final int MOST_CHARACTERS = 10_000_000;

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Span> omitted = new ArrayList<>();
    private final List<SetAside> setAside = new ArrayList<>();

    /** Appends {@code words} and gives the place they stand in, white space at both ends left outside. */
    Span append(CharSequence words) throws UnreadableDocumentException {
        if (text.length() + words.length() > MOST_CHARACTERS) {
            throw new UnreadableDocumentException(
                    "This document holds more words than any policy. Split it into its" + " parts and import those.");
        }
        int from = text.length();
        text.append(words);
        return trimmed(from, text.length());
    }

    /** Appends what stands between words and is part of none: a line end, the gap between two cells. */
    void gap(String between) {
        text.append(between);
    }

    void add(Block block) {
        blocks.add(block);
    }

    /** Appends one paragraph on lines of its own; one without words leaves no trace. */
    void add(CharSequence words, Function<Span, Block> block) throws UnreadableDocumentException {
        Span place = append(words);
        gap("\n");
        if (!place.isEmpty()) {
            blocks.add(block.apply(place));
        }
    }

    void setAside(CharSequence words, SetAside.Reason reason) throws UnreadableDocumentException {
        Span place = append(words);
        gap("\n");
        setAside(place, reason);
    }

    void setAside(Span place, SetAside.Reason reason) {
        if (!place.isEmpty()) {
            setAside.add(new SetAside(place, reason));
        }
    }

    /** Words that stand in the text and are passed over when a span around them is read. */
    void omit(Span place) {
        if (!place.isEmpty()) {
            omitted.add(place);
        }
    }

    String text() {
        return text.toString();
    }

    int length() {
        return text.length();
    }

    List<Block> blocks() {
        return blocks;
    }

    Span trimmed(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isGap(text.charAt(start))) {
            start++;
        }
        while (end > start && isGap(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    Blocks build() {
        return new Blocks(new DocumentText(text.toString(), omitted), blocks, setAside);
    }

    private static boolean isGap(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
