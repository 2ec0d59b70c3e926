package org.clausebot.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How near a text is in meaning to each of many examples: a Gaussian of the distance between their vectors, centred on the
 * mean of the examples, since sentence vectors all point much the same way.
 */
final class MeaningKernel {
    /** Examples whose numbers stay near the processor while many others are compared with them. */
    private static final int TILE = 256;

    private final double gamma;
    private final float[] centre;
    /** One row a dimension, one column an example, so that all examples are compared in one sweep of each row. */
    private final float[][] examples;

    private MeaningKernel(double gamma, float[] centre, float[][] examples) {
        this.gamma = gamma;
        this.centre = centre;
        this.examples = examples;
    }

    /**
     * @param vectors one an example, each of length 1
     * @param gamma how soon nearness fades with distance
     */
    static MeaningKernel of(float[][] vectors, double gamma) {
        float[] centre = mean(vectors);
        float[][] examples = new float[centre.length][vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            float[] vector = centred(vectors[i], centre);
            for (int d = 0; d < vector.length; d++) {
                examples[d][i] = vector[d];
            }
        }
        return new MeaningKernel(gamma, centre, examples);
    }

    int size() {
        return examples.length == 0 ? 0 : examples[0].length;
    }

    /** Adds to {@code sums[i]} how near {@code vector} is to example {@code i}, 0 to 1. */
    void add(float[] vector, float[] sums) {
        float[] dots = new float[size()];
        addDots(centred(vector, centre), 0, size(), dots, 0);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += nearness(dots[i]);
        }
    }

    /**
     * Adds how near examples are to those from themselves on, from the last of all backwards: to {@code rows[i][p]}, how
     * near example {@code i} is to example {@code size() - 1 - p}.
     *
     * @param from the first of those examples
     * @param to one after the last; they are compared together, so that each row of the examples is fetched once for all
     */
    void addAmong(int from, int to, float[][] rows) {
        float[][] dots = new float[to - from][size() - from];
        float[][] points = new float[to - from][examples.length];
        for (int d = 0; d < examples.length; d++) {
            for (int i = from; i < to; i++) {
                points[i - from][d] = examples[d][i];
            }
        }
        for (int left = from; left < size(); left += TILE) {
            int until = Math.min(size(), left + TILE);
            for (int i = 0; i < points.length; i++) {
                addDots(points[i], left, until, dots[i], from);
            }
        }
        for (int i = from; i < to; i++) {
            for (int p = 0; p < rows[i].length; p++) {
                rows[i][p] += nearness(dots[i - from][size() - 1 - p - from]);
            }
        }
    }

    private float nearness(float dot) {
        return (float) Math.exp(-gamma * (2 - 2 * dot));
    }

    /** Adds products with the examples {@code [from, to)} to {@code sums[i - first]}. */
    private void addDots(float[] point, int from, int to, float[] sums, int first) {
        int d = 0;
        for (; d + 4 <= point.length; d += 4) {
            addScaled(point, d, from, to, sums, first);
        }
        for (; d < point.length; d++) {
            for (int i = from; i < to; i++) {
                sums[i - first] += point[d] * examples[d][i];
            }
        }
    }

    /** Four dimensions at a time, so that each sum is fetched a quarter as often. */
    private void addScaled(float[] point, int d, int from, int to, float[] sums, int first) {
        float[] a = examples[d];
        float[] b = examples[d + 1];
        float[] c = examples[d + 2];
        float[] e = examples[d + 3];
        float pa = point[d];
        float pb = point[d + 1];
        float pc = point[d + 2];
        float pe = point[d + 3];
        for (int i = from; i < to; i++) {
            sums[i - first] += pa * a[i] + pb * b[i] + pc * c[i] + pe * e[i];
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(gamma);
        out.writeInt(centre.length);
        out.writeInt(size());
        out.write(VectorStore.bytes(centre));
        for (float[] row : examples) {
            out.write(VectorStore.bytes(row));
        }
    }

    static MeaningKernel read(DataInputStream in) throws IOException {
        double gamma = in.readDouble();
        int dimension = in.readInt();
        int size = in.readInt();
        float[] centre = VectorStore.floats(in.readNBytes(dimension * Float.BYTES));
        float[][] examples = new float[dimension][];
        for (int d = 0; d < dimension; d++) {
            examples[d] = VectorStore.floats(in.readNBytes(size * Float.BYTES));
        }
        return new MeaningKernel(gamma, centre, examples);
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
}
