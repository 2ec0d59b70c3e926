package org.clausebot.search;

import java.util.Arrays;

/** Solves systems of linear equations whose matrix is symmetric and positive definite, by Cholesky's factors. */
final class PositiveDefinite {
    private final Products products;
    private final HalfMatrix matrix;
    private final Matrix right;
    /** The inverses of the factor's blocks on the diagonal: to multiply by them is faster than to substitute. */
    private final float[][] inverses;

    /** For the lower part of a block column, twice, and for a product of two. */
    private final Matrix column;

    private final Matrix factor;
    private final Matrix inverse;
    private final Matrix sums;

    private PositiveDefinite(Products products, HalfMatrix matrix, Matrix right) {
        this.products = products;
        this.matrix = matrix;
        this.right = right;
        this.inverses = new float[matrix.blocks()][];
        this.column = Matrix.of(matrix.size(), HalfMatrix.BLOCK);
        this.factor = Matrix.of(matrix.size(), HalfMatrix.BLOCK);
        this.inverse = Matrix.of(HalfMatrix.BLOCK, HalfMatrix.BLOCK);
        this.sums = Matrix.of(right.rows(), right.columns());
    }

    /**
     * Solves {@code matrix · x = right} in place.
     *
     * Single precision is enough where the matrix has a ridge: its condition is some thousands at most.
     *
     * @param matrix is overwritten by its factor
     * @param right one row an equation, one column a right-hand side; becomes the solutions
     * @throws IllegalArgumentException when the matrix is not positive definite
     */
    static void solve(Products products, HalfMatrix matrix, Matrix right) {
        PositiveDefinite system = new PositiveDefinite(products, matrix, right);
        for (int k = 0; k < matrix.blocks(); k++) {
            system.forward(k);
        }
        for (int k = matrix.blocks() - 1; k >= 0; k--) {
            system.backward(k);
        }
    }

    /** The factor's block column {@code k}, taken out of all later ones and of the right-hand sides. */
    private void forward(int k) {
        int width = matrix.width(k);
        int first = matrix.first(k);
        int below = matrix.size() - first - width;
        float[] numbers = matrix.numbers(k);
        factor(numbers, width);
        inverses[k] = inverse(numbers, width);
        Matrix turned = inverse.shaped(width, width).put(0, inverses[k], 0, width * width);
        multiplyRight(Products.Form.PLAIN, turned, k);
        if (below == 0) {
            return;
        }
        Matrix rest = column.shaped(below, width).put(0, numbers, width * width, below * width);
        Matrix finished = factor.shaped(below, width);
        products.multiply(Products.Form.SECOND_TURNED, rest, turned, finished);
        finished.get(0, numbers, width * width, below * width);
        for (int j = k + 1; j < matrix.blocks(); j++) {
            int from = matrix.first(j) - first - width;
            Matrix taken = column.shaped(below - from, matrix.width(j));
            products.multiply(
                    Products.Form.SECOND_TURNED,
                    finished.part(from, below),
                    finished.part(from, from + matrix.width(j)),
                    taken);
            matrix.change(j, taken, PositiveDefinite::subtract);
        }
        Matrix known = right.part(first, first + width);
        Matrix taken = sums.shaped(below, right.columns());
        products.multiply(Products.Form.PLAIN, finished, known, taken);
        subtract(right.part(first + width, matrix.size()), taken);
    }

    /** The solutions of block {@code k}, where all later ones are known. */
    private void backward(int k) {
        int width = matrix.width(k);
        int first = matrix.first(k);
        int below = matrix.size() - first - width;
        if (below > 0) {
            Matrix finished = factor.shaped(below, width).put(0, matrix.numbers(k), width * width, below * width);
            Matrix taken = sums.shaped(width, right.columns());
            products.multiply(Products.Form.FIRST_TURNED, finished, right.part(first + width, matrix.size()), taken);
            subtract(right.part(first, first + width), taken);
        }
        Matrix turned = inverse.shaped(width, width).put(0, inverses[k], 0, width * width);
        multiplyRight(Products.Form.FIRST_TURNED, turned, k);
    }

    private void multiplyRight(Products.Form form, Matrix by, int k) {
        Matrix rows = right.part(matrix.first(k), matrix.first(k) + matrix.width(k));
        Matrix product = sums.shaped(rows.rows(), rows.columns());
        products.multiply(form, by, rows, product);
        float[] numbers = new float[rows.rows() * rows.columns()];
        product.get(0, numbers, 0, numbers.length);
        rows.put(0, numbers, 0, numbers.length);
    }

    private static void subtract(Matrix from, Matrix what) {
        float[] row = new float[from.columns()];
        float[] other = new float[from.columns()];
        for (int i = 0; i < from.rows(); i++) {
            from.get(i, row, 0, row.length);
            what.get(i, other, 0, other.length);
            subtract(row, 0, other, row.length);
            from.put(i, row, 0, row.length);
        }
    }

    private static void subtract(float[] from, int at, float[] what, int count) {
        for (int i = 0; i < count; i++) {
            from[at + i] -= what[i];
        }
    }

    /** Replaces a square matrix, the first {@code n · n} of {@code a}, by its factor; above the diagonal stand zeros. */
    private static void factor(float[] a, int n) {
        float[] column = new float[n];
        for (int k = 0; k < n; k++) {
            float pivot = a[k * n + k];
            if (!(pivot > 0)) {
                throw new IllegalArgumentException("The matrix is not positive definite");
            }
            float scale = (float) (1 / Math.sqrt(pivot));
            for (int i = k; i < n; i++) {
                column[i] = a[i * n + k] * scale;
                a[i * n + k] = column[i];
            }
            for (int i = k + 1; i < n; i++) {
                float times = column[i];
                for (int j = k + 1; j <= i; j++) {
                    a[i * n + j] -= times * column[j];
                }
            }
            Arrays.fill(a, k * n + k + 1, (k + 1) * n, 0);
        }
    }

    /** The inverse of a factor; above the diagonal stand zeros. */
    private static float[] inverse(float[] a, int n) {
        float[] inverse = new float[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                float times = a[i * n + k];
                for (int j = 0; j <= k; j++) {
                    inverse[i * n + j] -= times * inverse[k * n + j];
                }
            }
            inverse[i * n + i] = 1;
            for (int j = 0; j <= i; j++) {
                inverse[i * n + j] /= a[i * n + i];
            }
        }
        return inverse;
    }
}
