package org.clausebot.search;

import java.util.stream.IntStream;

/** Solves systems of linear equations whose matrix is symmetric and positive definite. */
final class PositiveDefinite {
    /** Pivot rows that stay near the processor while each other row is swept by all of them. */
    private static final int BLOCK = 48;

    private PositiveDefinite() {}

    /**
     * Solves {@code upper · x = right} in place by Gaussian elimination without pivoting, which such a matrix does not need.
     *
     * Single precision is enough where the matrix has a ridge: its condition is some thousands at most.
     *
     * @param upper the matrix; only its upper triangle is read, and all of it is overwritten
     * @param right one row an equation, one column a right-hand side; becomes the solutions
     */
    static void solve(float[][] upper, float[][] right) {
        int n = upper.length;
        for (int from = 0; from < n; from += BLOCK) {
            int first = from;
            int to = Math.min(n, from + BLOCK);
            for (int i = first + 1; i < to; i++) {
                sweep(upper, right, first, i, i);
            }
            IntStream rest = IntStream.range(to, n);
            (n - to > BLOCK ? rest.parallel() : rest).forEach(i -> sweep(upper, right, first, to, i));
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                subtract(right[k], right[j], upper[k][j], 0);
            }
            for (int c = 0; c < right[k].length; c++) {
                right[k][c] /= upper[k][k];
            }
        }
    }

    /** Takes the finished pivot rows {@code [first, to)} out of row {@code i}, four at a time while there are four. */
    private static void sweep(float[][] upper, float[][] right, int first, int to, int i) {
        int k = first;
        for (; k + 4 <= to; k += 4) {
            float[] factors = {
                factor(upper, k, i), factor(upper, k + 1, i), factor(upper, k + 2, i), factor(upper, k + 3, i)
            };
            subtract(upper[i], upper, k, factors, i);
            subtract(right[i], right, k, factors, 0);
        }
        for (; k < to; k++) {
            float factor = factor(upper, k, i);
            subtract(upper[i], upper[k], factor, i);
            subtract(right[i], right[k], factor, 0);
        }
    }

    /** Known from the finished pivot row alone, since the matrix is symmetric. */
    private static float factor(float[][] upper, int pivot, int i) {
        return upper[pivot][i] / upper[pivot][pivot];
    }

    private static void subtract(float[] row, float[][] pivots, int k, float[] factors, int from) {
        float[] a = pivots[k];
        float[] b = pivots[k + 1];
        float[] c = pivots[k + 2];
        float[] d = pivots[k + 3];
        float fa = factors[0];
        float fb = factors[1];
        float fc = factors[2];
        float fd = factors[3];
        for (int j = from; j < row.length; j++) {
            row[j] -= fa * a[j] + fb * b[j] + fc * c[j] + fd * d[j];
        }
    }

    private static void subtract(float[] row, float[] other, float factor, int from) {
        for (int j = from; j < row.length; j++) {
            row[j] -= factor * other[j];
        }
    }
}
