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
        float[] dots = new float[size()];
        addDots(centred(vector, centre), dots);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += nearness(dots[i]);
        }
    }

    /** Adds to {@code sums} how near each example is to each. */
    void addAmong(Products products, HalfMatrix sums) {
        Matrix points = points();
        Matrix dots = Matrix.of(size(), HalfMatrix.BLOCK);
        for (int k = 0; k < sums.blocks(); k++) {
            int first = sums.first(k);
            Matrix block = dots.shaped(size() - first, sums.width(k));
            products.multiply(
                    Products.Form.SECOND_TURNED,
                    points.part(first, size()),
                    points.part(first, first + sums.width(k)),
                    block);
            sums.change(k, block, (numbers, at, near, count) -> {
                for (int i = 0; i < count; i++) {
                    numbers[at + i] += nearness(near[i]);
                }
            });
        }
    }

    /** One row an example. */
    private Matrix points() {
        Matrix points = Matrix.of(size(), examples.length);
        float[] point = new float[examples.length];
        for (int i = 0; i < size(); i++) {
            for (int d = 0; d < point.length; d++) {
                point[d] = examples[d][i];
            }
            points.put(i, point, 0, point.length);
        }
        return points;
    }

    private float nearness(float dot) {
        return (float) Math.exp(-gamma * (2 - 2 * dot));
    }

    private void addDots(float[] point, float[] sums) {
        int d = 0;
        for (; d + 4 <= point.length; d += 4) {
            addScaled(point, d, sums);
        }
        for (; d < point.length; d++) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += point[d] * examples[d][i];
            }
        }
    }

    /** Four dimensions at a time, so that each sum is fetched a quarter as often. */
    private void addScaled(float[] point, int d, float[] sums) {
        float[] a = examples[d];
        float[] b = examples[d + 1];
        float[] c = examples[d + 2];
        float[] e = examples[d + 3];
        float pa = point[d];
        float pb = point[d + 1];
        float pc = point[d + 2];
        float pe = point[d + 3];
        for (int i = 0; i < sums.length; i++) {
            sums[i] += pa * a[i] + pb * b[i] + pc * c[i] + pe * e[i];
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
