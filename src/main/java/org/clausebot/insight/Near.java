package org.clausebot.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How alike questions are that are about one matter, measured by how alike any two of the log are: how large cosines are
 * hangs on the sentence model and on how narrow the log is, how far they stand out does not.
 *
 * @param same two ways of asking one matter are at least so alike: mean of the cosines between the questions of both
 * @param joins a question belongs where it is at least so near to the centre
 */
record Near(double same, double joins) {
    /** In standard deviations above the mean. See docs/decisions/0016-gaps.md. */
    private static final double SAME = 1.1;

    private static final double JOINS = 1.3;
    /** Where all ask alike, or nobody does, what is usual says little. */
    private static final double LEAST = 0.2;

    private static final double MOST = 0.4;
    private static final int PAIRS = 40_000;
    private static final long SEED = 1;

    /** @param vectors as they are compared: of length 1 at most */
    static Near among(List<float[]> vectors) {
        double[] likes = likes(vectors);
        double mean = Arrays.stream(likes).average().orElse(0);
        double deviation = Math.sqrt(Arrays.stream(likes)
                .map(like -> (like - mean) * (like - mean))
                .average()
                .orElse(0));
        double same = Math.clamp(mean + SAME * deviation, LEAST, MOST);
        return new Near(same, same + (JOINS - SAME) * deviation);
    }

    /** Of all pairs; of some where they are many, the same each time, so that the same log gives the same groups. */
    private static double[] likes(List<float[]> vectors) {
        int size = vectors.size();
        if (size * (size - 1L) / 2 > PAIRS) {
            Random pairs = new Random(SEED);
            return IntStream.range(0, PAIRS)
                    .mapToDouble(
                            i -> Clusters.cosine(vectors.get(pairs.nextInt(size)), vectors.get(pairs.nextInt(size))))
                    .toArray();
        }
        return IntStream.range(0, size)
                .boxed()
                .flatMapToDouble(one -> IntStream.range(one + 1, size)
                        .mapToDouble(other -> Clusters.cosine(vectors.get(one), vectors.get(other))))
                .toArray();
    }
}
