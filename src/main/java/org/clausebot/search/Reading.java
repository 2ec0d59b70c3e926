package org.clausebot.search;

/** What the sentence model makes of a text in one run: a vector of the whole, and one of each of its word pieces. */
public final class Reading {
    private final float[] vector;
    private final TokenVectors words;

    Reading(float[] vector, TokenVectors words) {
        this.vector = vector;
        this.words = words;
    }

    /** Of length 1; the caller's to change. */
    public float[] vector() {
        return vector.clone();
    }

    /** How many word pieces have a vector of their own. */
    public int pieces() {
        return words.count();
    }

    TokenVectors words() {
        return words;
    }
}
