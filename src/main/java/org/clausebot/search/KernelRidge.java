package org.clausebot.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Kernel ridge regression on texts, several outputs at once: examples that are near in meaning, or alike in words, count
 * most, and the solution balances them so that each example's own output comes out nearly right.
 */
final class KernelRidge {
    private final MeaningKernel meaning;
    private final WordKernel words;
    private final double wordsCount;
    /** One row an example, one column an output. */
    private final float[][] weights;

    private KernelRidge(MeaningKernel meaning, WordKernel words, double wordsCount, float[][] weights) {
        this.meaning = meaning;
        this.words = words;
        this.wordsCount = wordsCount;
        this.weights = weights;
    }

    /**
     * How it learns.
     *
     * @param gamma how soon an example's influence fades with distance in meaning
     * @param words what likeness in words counts beside nearness in meaning
     * @param ridge how much an example may miss its output for the sake of smoothness; above 0
     */
    record Settings(double gamma, double words, double ridge) {}

    /**
     * @param texts one an example; one at least
     * @param vectors their meanings
     * @param outputs what is wanted of each example, as many numbers each
     */
    static KernelRidge fit(List<String> texts, float[][] vectors, float[][] outputs, Settings settings) {
        MeaningKernel meaning = MeaningKernel.of(vectors, settings.gamma());
        WordKernel words = WordKernel.of(texts);
        float[][] weights = new float[outputs.length][outputs[0].length];
        if (outputs[0].length > 0) {
            Matrix right = Matrix.of(outputs);
            HalfMatrix system = new HalfMatrix(vectors.length);
            try (Products products = new Products()) {
                meaning.addAmong(products, system);
                words.addAmong(settings.words(), settings.ridge(), system);
                PositiveDefinite.solve(products, system, right);
            }
            for (int i = 0; i < weights.length; i++) {
                right.get(i, weights[i], 0, weights[i].length);
            }
        }
        return new KernelRidge(meaning, words, settings.words(), weights);
    }

    /** What the outputs are for {@code text}, whose meaning is {@code vector}. */
    double[] at(String text, float[] vector) {
        float[] near = new float[weights.length];
        meaning.add(vector, near);
        words.add(text, wordsCount, near);
        double[] sums = new double[weights.length == 0 ? 0 : weights[0].length];
        for (int i = 0; i < near.length; i++) {
            float[] weight = weights[i];
            for (int k = 0; k < sums.length; k++) {
                sums[k] += (double) near[i] * weight[k];
            }
        }
        return sums;
    }

    void write(DataOutputStream out) throws IOException {
        meaning.write(out);
        words.write(out);
        out.writeDouble(wordsCount);
        out.writeInt(weights.length == 0 ? 0 : weights[0].length);
        for (float[] row : weights) {
            out.write(VectorStore.bytes(row));
        }
    }

    static KernelRidge read(DataInputStream in) throws IOException {
        MeaningKernel meaning = MeaningKernel.read(in);
        WordKernel words = WordKernel.read(in);
        double wordsCount = in.readDouble();
        int outputs = in.readInt();
        float[][] weights = new float[meaning.size()][];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = VectorStore.floats(in.readNBytes(outputs * Float.BYTES));
        }
        return new KernelRidge(meaning, words, wordsCount, weights);
    }
}
