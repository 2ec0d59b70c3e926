package org.clausebot.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How near a text is in meaning to each of many examples: a Gaussian of the distance between their vectors, centred on the
 * mean of the examples, since sentence vectors all point much the same way.
 */
final class MeaningKernel {
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
        add(new float[][] {vector}, new float[][] {sums});
    }

    /** The same for several vectors at once, so that each row of the examples is fetched once for all of them. */
    void add(float[][] vectors, float[][] sums) {
        float[][] points = new float[vectors.length][];
        float[][] dots = new float[vectors.length][size()];
        for (int v = 0; v < vectors.length; v++) {
            points[v] = centred(vectors[v], centre);
        }
        for (int d = 0; d < centre.length; d++) {
            for (int v = 0; v < points.length; v++) {
                addScaled(examples[d], points[v][d], dots[v]);
            }
        }
        for (int v = 0; v < sums.length; v++) {
            for (int i = 0; i < sums[v].length; i++) {
                sums[v][i] += (float) Math.exp(-gamma * (2 - 2 * dots[v][i]));
            }
        }
    }

    private static void addScaled(float[] row, float times, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += times * row[i];
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
