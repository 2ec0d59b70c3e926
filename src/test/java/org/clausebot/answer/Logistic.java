package org.clausebot.answer;

import java.util.ArrayList;
import java.util.List;

/** Fits a logistic model by Newton's method, both kinds weighing the same, with a slight ridge. */
final class Logistic {
    /** Signals of a question and whether a clause answers it. */
    record Row(List<Double> signals, boolean answerable) {}

    private final boolean[] used;
    private final int size;

    /** @param used which signals count; the weights of the others are 0 */
    Logistic(boolean... used) {
        this.used = used.clone();
        this.size = used.length + 1;
    }

    Answerability fit(List<Row> rows) {
        double yes = rows.stream().filter(Row::answerable).count();
        double[] b = new double[size];
        for (int step = 0; step < 40; step++) {
            double[] gradient = new double[size];
            double[][] hessian = new double[size][size];
            for (Row row : rows) {
                add(row, b, 0.5 * rows.size() / (row.answerable() ? yes : rows.size() - yes), gradient, hessian);
            }
            for (int i = 0; i < size; i++) {
                gradient[i] += 1e-3 * b[i];
                hessian[i][i] += 1e-3;
            }
            double[] move = solved(hessian, gradient);
            for (int i = 0; i < size; i++) {
                b[i] -= move[i];
            }
        }
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            weights.add(b[i]);
        }
        return new Answerability(b[used.length], weights);
    }

    private void add(Row row, double[] b, double weight, double[] gradient, double[][] hessian) {
        double[] x = inputs(row);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += x[i] * b[i];
        }
        double p = 1 / (1 + Math.exp(-sum));
        for (int i = 0; i < size; i++) {
            gradient[i] += weight * (p - (row.answerable() ? 1 : 0)) * x[i];
            for (int j = 0; j < size; j++) {
                hessian[i][j] += weight * p * (1 - p) * x[i] * x[j];
            }
        }
    }

    private double[] inputs(Row row) {
        double[] x = new double[size];
        for (int i = 0; i < used.length; i++) {
            x[i] = used[i] ? row.signals().get(i) : 0;
        }
        x[used.length] = 1;
        return x;
    }

    private static double[] solved(double[][] a, double[] right) {
        int n = right.length;
        double[] x = right.clone();
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
                x[i] -= factor * x[k];
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                x[k] -= a[k][j] * x[j];
            }
            x[k] /= a[k][k];
        }
        return x;
    }
}
