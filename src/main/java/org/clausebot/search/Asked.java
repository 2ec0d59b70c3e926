package org.clausebot.search;

/**
 * A question made ready once for all that search for it or judge it: typing mistakes mended, its meaning as a vector,
 * that of each of its words too.
 */
public final class Asked {
    private final String text;
    private final String words;
    private final float[] meaning;
    private final TokenVectors pieces;

    Asked(String text, String words, Reading reading) {
        this.text = text;
        this.words = words;
        this.meaning = reading.vector();
        this.pieces = reading.words();
    }

    /** As typed. */
    public String text() {
        return text;
    }

    /** As searched: mistakes mended, at most 4,000 characters. */
    public String words() {
        return words;
    }

    float[] meaning() {
        return meaning;
    }

    TokenVectors pieces() {
        return pieces;
    }
}
