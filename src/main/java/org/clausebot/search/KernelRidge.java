package org.clausebot.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * Kernel ridge regression with a Gaussian kernel over unit vectors, several outputs at once: near examples count most,
 * and the solution balances them so that each example's own output comes out nearly right.
 */
final class KernelRidge {
    private final double gamma;
    private final float[] centre;
    private final float[][] examples;
    /** One row an example, one column an output. */
    private final double[][] weights;

    private KernelRidge(double gamma, float[] centre, float[][] examples, double[][] weights) {
        this.gamma = gamma;
        this.centre = centre;
        this.examples = examples;
        this.weights = weights;
    }

    /**
     * @param vectors one an example
     * @param outputs what is wanted of each example, as many numbers each
     * @param gamma how soon an example's influence fades with distance
     * @param ridge how much an example may miss its output for the sake of smoothness; above 0
     */
    static KernelRidge fit(float[][] vectors, double[][] outputs, double gamma, double ridge) {
        float[] centre = mean(vectors);
        float[][] examples = new float[vectors.length][];
        for (int i = 0; i < vectors.length; i++) {
            examples[i] = centred(vectors[i], centre);
        }
        double[][] system = new double[examples.length][];
        IntStream.range(0, examples.length).parallel().forEach(i -> {
            double[] row = new double[examples.length];
            for (int j = i; j < examples.length; j++) {
                row[j] = kernel(gamma, examples[i], examples[j]);
            }
            row[i] += ridge;
            system[i] = row;
        });
        double[][] weights = new double[outputs.length][];
        for (int i = 0; i < outputs.length; i++) {
            weights[i] = outputs[i].clone();
        }
        solve(system, weights);
        return new KernelRidge(gamma, centre, examples, weights);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(gamma);
        out.writeInt(examples.length);
        out.writeInt(centre.length);
        out.writeInt(weights.length == 0 ? 0 : weights[0].length);
        out.write(VectorStore.bytes(centre));
        for (int i = 0; i < examples.length; i++) {
            out.write(VectorStore.bytes(examples[i]));
            for (double weight : weights[i]) {
                out.writeDouble(weight);
            }
        }
    }

    static KernelRidge read(DataInputStream in) throws IOException {
        double gamma = in.readDouble();
        int count = in.readInt();
        int dimension = in.readInt();
        int outputs = in.readInt();
        float[] centre = VectorStore.floats(in.readNBytes(dimension * Float.BYTES));
        float[][] examples = new float[count][];
        double[][] weights = new double[count][outputs];
        for (int i = 0; i < count; i++) {
            examples[i] = VectorStore.floats(in.readNBytes(dimension * Float.BYTES));
            for (int k = 0; k < outputs; k++) {
                weights[i][k] = in.readDouble();
            }
        }
        return new KernelRidge(gamma, centre, examples, weights);
    }

    /** What the outputs are at {@code vector}. */
    double[] at(float[] vector) {
        float[] point = centred(vector, centre);
        double[] sums = new double[weights.length == 0 ? 0 : weights[0].length];
        for (int i = 0; i < examples.length; i++) {
            double near = kernel(gamma, point, examples[i]);
            double[] weight = weights[i];
            for (int k = 0; k < sums.length; k++) {
                sums[k] += near * weight[k];
            }
        }
        return sums;
    }

    private static double kernel(double gamma, float[] a, float[] b) {
        return Math.exp(-gamma * (2 - 2 * Vectors.dot(a, b)));
    }

    private static float[] mean(float[][] vectors) {
        float[] mean = new float[vectors.length == 0 ? 0 : vectors[0].length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.length;
            }
        }
        return mean;
    }

    private static float[] centred(float[] vector, float[] centre) {
        float[] moved = vector.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= centre[i];
        }
        return Vectors.unit(moved);
    }

    /**
     * Solves {@code upper · x = right} in place by Gaussian elimination without pivots, which a positive definite system
     * does not need. Only the upper triangle is given; rows are swept left to right so that the processor can keep up.
     */
    private static void solve(double[][] upper, double[][] right) {
        int n = upper.length;
        for (int k = 0; k < n; k++) {
            double[] pivot = upper[k];
            int column = k;
            IntStream rows = IntStream.range(k + 1, n);
            (n - k > 256 ? rows.parallel() : rows).forEach(i -> {
                double factor = pivot[i] / pivot[column];
                subtract(upper[i], pivot, factor, i);
                subtract(right[i], right[column], factor, 0);
            });
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

    private static void subtract(double[] row, double[] other, double factor, int from) {
        for (int j = from; j < row.length; j++) {
            row[j] -= factor * other[j];
        }
    }
}
