package org.clausebot.search;

/**
 * A question made ready once for all that search for it or judge it: typing mistakes mended, its meaning as a vector.
 */
public final class Asked {
    private final String text;
    private final String words;
    private final float[] meaning;

    Asked(String text, String words, float[] meaning) {
        this.text = text;
        this.words = words;
        this.meaning = meaning;
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
}
