package org.clausebot.search;

import java.util.stream.IntStream;

/**
 * A symmetric matrix of which the lower half is kept, in columns of {@link #BLOCK} columns each; row after row in each, from
 * the one with the first column's diagonal on. Of some thousand rows the other half would not fit beside the rest.
 */
final class HalfMatrix {
    static final int BLOCK = 256;
    /** Rows that one task works on. */
    private static final int ROWS = 64;

    private final int size;
    private final float[][] blocks;

    /** Of zeros. */
    HalfMatrix(int size) {
        this.size = size;
        this.blocks = new float[(size + BLOCK - 1) / BLOCK][];
        for (int k = 0; k < blocks.length; k++) {
            blocks[k] = new float[(size - first(k)) * width(k)];
        }
    }

    int size() {
        return size;
    }

    /** How many columns of columns there are. */
    int blocks() {
        return blocks.length;
    }

    /** The first column, and the first row, of a block. */
    int first(int block) {
        return block * BLOCK;
    }

    /** How many columns a block has; the last may have fewer. */
    int width(int block) {
        return Math.min(BLOCK, size - first(block));
    }

    float[] numbers(int block) {
        return blocks[block];
    }

    /** Adds {@code row[0]} to {@code row[i]} to row {@code i}. */
    void addToRow(int i, float[] row) {
        for (int k = 0; first(k) <= i; k++) {
            float[] block = blocks[k];
            int at = (i - first(k)) * width(k);
            int count = Math.min(width(k), i + 1 - first(k));
            for (int c = 0; c < count; c++) {
                block[at + c] += row[first(k) + c];
            }
        }
    }

    /** What is done to some numbers of a block, given where in it they begin, and those of another matrix. */
    interface Change {
        void on(float[] block, int at, float[] other, int count);
    }

    /** Changes every row of a block by the row of {@code other} at the same place, on all processors. */
    void change(int block, Matrix other, Change change) {
        int width = width(block);
        IntStream.range(0, (other.rows() + ROWS - 1) / ROWS).parallel().forEach(part -> {
            int from = part * ROWS;
            int count = (Math.min(other.rows(), from + ROWS) - from) * width;
            float[] rows = new float[count];
            other.get(from, rows, 0, count);
            change.on(blocks[block], from * width, rows, count);
        });
    }
}
