package org.clausebot.search;

import java.nio.ByteBuffer;
import org.apache.lucene.util.BytesRef;

/**
 * What the sentence model makes of each word piece of a text, as it stands among the others: for comparing two texts word by
 * word ("late", after each has been read by itself). Each vector has length 1 and is kept as a byte a number, with what the
 * bytes are multiples of.
 *
 * <p>As bytes: how many vectors and how many numbers each (two shorts), then each vector's multiple (a float) and numbers.
 */
final class TokenVectors {
    static final TokenVectors NONE = new TokenVectors(0, new float[0], new byte[0]);

    private static final int STEPS = 127;

    private final int dimension;
    private final float[] steps;
    private final byte[] numbers;

    private TokenVectors(int dimension, float[] steps, byte[] numbers) {
        this.dimension = dimension;
        this.steps = steps;
        this.numbers = numbers;
    }

    /** @param vectors all of the same length in numbers; made unit vectors, in place */
    static TokenVectors of(float[][] vectors) {
        if (vectors.length == 0) {
            return NONE;
        }
        int dimension = vectors[0].length;
        float[] steps = new float[vectors.length];
        byte[] numbers = new byte[vectors.length * dimension];
        for (int i = 0; i < vectors.length; i++) {
            float[] vector = Vectors.unit(vectors[i]);
            float most = 0;
            for (float number : vector) {
                most = Math.max(most, Math.abs(number));
            }
            steps[i] = most / STEPS;
            for (int d = 0; d < dimension && most > 0; d++) {
                numbers[i * dimension + d] = (byte) Math.round(vector[d] / steps[i]);
            }
        }
        return new TokenVectors(dimension, steps, numbers);
    }

    int count() {
        return steps.length;
    }

    /** The vectors as they were before they were made bytes, within a step. */
    float[][] vectors() {
        float[][] vectors = new float[count()][dimension];
        for (int i = 0; i < vectors.length; i++) {
            for (int d = 0; d < dimension; d++) {
                vectors[i][d] = steps[i] * numbers[i * dimension + d];
            }
        }
        return vectors;
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Short.BYTES + steps.length * (Float.BYTES + dimension));
        bytes.putShort((short) steps.length).putShort((short) dimension);
        for (int i = 0; i < steps.length; i++) {
            bytes.putFloat(steps[i]).put(numbers, i * dimension, dimension);
        }
        return bytes.array();
    }

    /** The inverse of {@link #bytes}. */
    static TokenVectors read(BytesRef kept) {
        ByteBuffer bytes = ByteBuffer.wrap(kept.bytes, kept.offset, kept.length);
        int count = Short.toUnsignedInt(bytes.getShort());
        int dimension = Short.toUnsignedInt(bytes.getShort());
        float[] steps = new float[count];
        byte[] numbers = new byte[count * dimension];
        for (int i = 0; i < count; i++) {
            steps[i] = bytes.getFloat();
            bytes.get(numbers, i * dimension, dimension);
        }
        return new TokenVectors(dimension, steps, numbers);
    }

    /**
     * How well a clause has what is asked, word by word: for each word piece here the cosine of the nearest there, averaged.
     *
     * @param clause 0 comes of one that has none, or none of the same kind
     */
    double late(TokenVectors clause) {
        if (count() == 0 || clause.count() == 0 || clause.dimension != dimension) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < count(); i++) {
            float best = -1;
            for (int k = 0; k < clause.count(); k++) {
                best = Math.max(best, clause.steps[k] * dot(numbers, i * dimension, clause.numbers, k * dimension));
            }
            sum += steps[i] * best;
        }
        return sum / count();
    }

    private int dot(byte[] a, int atA, byte[] b, int atB) {
        int sum = 0;
        for (int d = 0; d < dimension; d++) {
            sum += a[atA + d] * b[atB + d];
        }
        return sum;
    }
}
