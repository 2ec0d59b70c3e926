package org.clausebot.search;

import java.util.stream.IntStream;

/** Solves systems of linear equations whose matrix is symmetric and positive definite. */
final class PositiveDefinite {
    /** Pivot rows that are taken out of all other rows together. */
    private static final int BLOCK = 48;
    /** Columns of those pivot rows that stay near the processor while they are taken out of many rows. */
    private static final int TILE = 1024;
    /** Rows that one task sweeps. */
    private static final int ROWS = 32;

    private PositiveDefinite() {}

    /**
     * Solves {@code matrix · x = right} in place by Gaussian elimination without pivoting, which such a matrix does not
     * need.
     *
     * Single precision is enough where the matrix has a ridge: its condition is some thousands at most.
     *
     * @param upper the matrix without what is left of its diagonal, each row from right to left: row {@code i} of
     *     {@code n} begins with column {@code n - 1} and ends with its diagonal, so that a column stands at the same place
     *     of all rows that have it; all of it is overwritten
     * @param right one row an equation, one column a right-hand side; becomes the solutions
     */
    static void solve(float[][] upper, float[][] right) {
        int n = upper.length;
        for (int from = 0; from < n; from += BLOCK) {
            int first = from;
            int to = Math.min(n, from + BLOCK);
            for (int i = first + 1; i < to; i++) {
                sweep(upper, right, first, i, i, i + 1);
            }
            IntStream rest = IntStream.range(0, (n - to + ROWS - 1) / ROWS);
            (n - to > BLOCK ? rest.parallel() : rest)
                    .forEach(part ->
                            sweep(upper, right, first, to, to + part * ROWS, Math.min(n, to + (part + 1) * ROWS)));
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                subtract(right[k], right[j], upper[k][n - 1 - j]);
            }
            for (int c = 0; c < right[k].length; c++) {
                right[k][c] /= diagonal(upper, k);
            }
        }
    }

    private static float diagonal(float[][] upper, int i) {
        return upper[i][upper.length - 1 - i];
    }

    /** Takes the finished pivot rows {@code [first, end)} out of the rows {@code [from, to)}. */
    private static void sweep(float[][] upper, float[][] right, int first, int end, int from, int to) {
        float[][] factors = new float[to - from][end - first];
        for (int i = from; i < to; i++) {
            for (int k = first; k < end; k++) {
                // Known from the finished pivot row alone, since the matrix is symmetric.
                float factor = upper[k][upper.length - 1 - i] / diagonal(upper, k);
                factors[i - from][k - first] = factor;
                subtract(right[i], right[k], factor);
            }
        }
        for (int left = 0; left < upper[from].length; left += TILE) {
            for (int i = from; i < to; i++) {
                sweep(upper, first, end, upper[i], factors[i - from], left);
            }
        }
    }

    /** Takes the pivot rows out of one tile of {@code row}, four at a time while there are four. */
    private static void sweep(float[][] upper, int first, int end, float[] row, float[] factors, int left) {
        int until = Math.min(row.length, left + TILE);
        int k = first;
        for (; k + 4 <= end; k += 4) {
            subtract(row, upper, k, factors, k - first, left, until);
        }
        for (; k < end; k++) {
            float[] pivot = upper[k];
            float factor = factors[k - first];
            for (int p = left; p < until; p++) {
                row[p] -= factor * pivot[p];
            }
        }
    }

    private static void subtract(float[] row, float[][] pivots, int k, float[] factors, int at, int left, int until) {
        float[] a = pivots[k];
        float[] b = pivots[k + 1];
        float[] c = pivots[k + 2];
        float[] d = pivots[k + 3];
        float fa = factors[at];
        float fb = factors[at + 1];
        float fc = factors[at + 2];
        float fd = factors[at + 3];
        for (int p = left; p < until; p++) {
            row[p] -= fa * a[p] + fb * b[p] + fc * c[p] + fd * d[p];
        }
    }

    private static void subtract(float[] row, float[] other, float factor) {
        for (int j = 0; j < row.length; j++) {
            row[j] -= factor * other[j];
        }
    }
}
