package org.clausebot.search;

/** Arithmetic on sentence vectors. */
final class Vectors {
    private Vectors() {}

    /** {@code vector}, changed in place to length 1; a vector of zeros stays. */
    static float[] unit(float[] vector) {
        double square = 0;
        for (float v : vector) {
            square += (double) v * v;
        }
        if (square > 0) {
            float scale = (float) (1 / Math.sqrt(square));
            for (int i = 0; i < vector.length; i++) {
                vector[i] *= scale;
            }
        }
        return vector;
    }

    static float dot(float[] a, float[] b) {
        return org.apache.lucene.util.VectorUtil.dotProduct(a, b);
    }
}
