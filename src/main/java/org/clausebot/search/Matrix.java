package org.clausebot.search;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * A matrix outside the heap, where native code can work on it, row by row.
 *
 * @param numbers row after row, no more and no less
 * @param rows at least 1
 * @param columns at least 1
 */
record Matrix(FloatBuffer numbers, int rows, int columns) {
    Matrix {
        if (!numbers.isDirect() || numbers.remaining() != rows * columns || rows < 1 || columns < 1) {
            throw new IllegalArgumentException("A matrix of " + rows + " rows and " + columns + " columns has "
                    + rows * columns + " numbers outside the heap, not " + numbers.remaining());
        }
    }

    /** Of zeros. */
    static Matrix of(int rows, int columns) {
        return new Matrix(
                ByteBuffer.allocateDirect(rows * columns * Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer(),
                rows,
                columns);
    }

    /** With the numbers of {@code rows}, which are all of the same length. */
    static Matrix of(float[][] rows) {
        Matrix matrix = of(rows.length, rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            matrix.put(i, rows[i], 0, rows[i].length);
        }
        return matrix;
    }

    /** Its rows {@code [from, to)}; what is written there is written here. */
    Matrix part(int from, int to) {
        return shaped(from * columns, to - from, columns);
    }

    /** As many of its first numbers as a matrix of another shape has, as that matrix. */
    Matrix shaped(int rows, int columns) {
        return shaped(0, rows, columns);
    }

    private Matrix shaped(int from, int rows, int columns) {
        return new Matrix(numbers.slice(numbers.position() + from, rows * columns), rows, columns);
    }

    /** Writes {@code count} numbers of {@code from}, from {@code at} on, to the beginning of row {@code row} and on. */
    Matrix put(int row, float[] from, int at, int count) {
        numbers.put(numbers.position() + row * columns, from, at, count);
        return this;
    }

    /** Reads {@code count} numbers from the beginning of row {@code row} on into {@code to}, from {@code at} on. */
    void get(int row, float[] to, int at, int count) {
        numbers.get(numbers.position() + row * columns, to, at, count);
    }
}
