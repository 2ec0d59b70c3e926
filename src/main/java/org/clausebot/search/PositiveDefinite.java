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
     * @param upper the matrix; only its upper triangle is read, and all of it is overwritten
     * @param right one row an equation, one column a right-hand side; becomes the solutions
     */
    static void solve(double[][] upper, double[][] right) {
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

    /** Takes the finished pivot rows {@code [first, to)} out of row {@code i}. */
    private static void sweep(double[][] upper, double[][] right, int first, int to, int i) {
        for (int k = first; k < to; k++) {
            double factor = upper[k][i] / upper[k][k];
            subtract(upper[i], upper[k], factor, i);
            subtract(right[i], right[k], factor, 0);
        }
    }

    private static void subtract(double[] row, double[] other, double factor, int from) {
        for (int j = from; j < row.length; j++) {
            row[j] -= factor * other[j];
        }
    }
}
