package org.clausebot.insight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Questions that lie together, in three steps: the library finds dense places, those that are alike on average are put
 * together, and then each question goes where it is nearest. The time it takes grows with the square of how many there are.
 */
final class Clusters {
    /** What the density of a place is measured by. */
    private static final int NEIGHBOURS = 3;
    /** The library's own clusters may be small: those of one matter are put together afterwards. */
    private static final int SMALLEST = 3;

    private static final int THREADS = 1;
    /** The library's number for what lies with nothing. */
    private static final int OUTSIDE = 0;
    /** The library says at each run that it is done. */
    private static final Logger LIBRARY = Logger.getLogger("org.tribuo");

    static {
        LIBRARY.setLevel(Level.WARNING);
    }

    private Clusters() {}

    /**
     * Groups of the places of {@code vectors} in their list, the largest first; what is like nothing else is in none.
     *
     * @param meanings where dense places are looked for: vectors of length 1
     * @param vectors by which they are put together: of one dimension, one for each of {@code meanings}
     * @param weights how often each was asked
     * @param near of {@code vectors}
     * @param fewest how many questions make a group, 2 or more
     */
    static List<List<Integer>> of(
            List<float[]> meanings, List<float[]> vectors, List<Integer> weights, Near near, int fewest) {
        List<List<Integer>> groups = dense(meanings, weights, fewest);
        merge(vectors, groups, near.same());
        groups = nearest(vectors, groups, near.joins());
        // Once more, since the centres have moved.
        groups = nearest(vectors, groups, near.joins());
        groups.removeIf(group -> weight(weights, group) < fewest);
        groups.sort((a, b) -> weight(weights, b) - weight(weights, a));
        return groups;
    }

    private static int weight(List<Integer> weights, List<Integer> group) {
        return group.stream().mapToInt(weights::get).sum();
    }

    /** The library's clusters, and what was asked often in the same words, which is a place by itself. */
    private static List<List<Integer>> dense(List<float[]> vectors, List<Integer> weights, int fewest) {
        Map<Integer, List<Integer>> found = new TreeMap<>();
        List<List<Integer>> alone = new ArrayList<>();
        List<Integer> labels =
                vectors.size() > SMALLEST ? labels(vectors) : Collections.nCopies(vectors.size(), OUTSIDE);
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i) != OUTSIDE) {
                found.computeIfAbsent(labels.get(i), label -> new ArrayList<>()).add(i);
            } else if (weights.get(i) >= fewest) {
                alone.add(new ArrayList<>(List.of(i)));
            }
        }
        List<List<Integer>> groups = new ArrayList<>(found.values());
        groups.addAll(alone);
        return groups;
    }

    private static List<Integer> labels(List<float[]> vectors) {
        ClusteringFactory factory = new ClusteringFactory();
        MutableDataset<ClusterID> data =
                new MutableDataset<>(new SimpleDataSourceProvenance("questions", factory), factory);
        String[] names = new String[vectors.getFirst().length];
        for (int i = 0; i < names.length; i++) {
            names[i] = String.format(Locale.ROOT, "%04d", i);
        }
        for (float[] vector : vectors) {
            double[] values = new double[vector.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = vector[i];
            }
            data.add(new ArrayExample<>(new ClusterID(ClusterID.UNASSIGNED), names, values));
        }
        return new HdbscanTrainer(
                        SMALLEST,
                        DistanceType.L2.getDistance(),
                        NEIGHBOURS,
                        THREADS,
                        NeighboursQueryFactoryType.BRUTE_FORCE)
                .train(data)
                .getClusterLabels();
    }

    /**
     * The library parts a matter that is asked in several ways; whoever mends the policy sees one. The two that are most
     * alike come first, so that what is put together does not hang on their order.
     */
    private static void merge(List<float[]> vectors, List<List<Integer>> groups, double same) {
        List<float[]> sums = new ArrayList<>();
        groups.forEach(group -> sums.add(sum(vectors, group)));
        double[][] alike = new double[groups.size()][groups.size()];
        for (int i = 0; i < groups.size(); i++) {
            liken(alike, sums, groups, i);
        }
        for (int[] two = mostAlike(alike, groups, same); two.length > 0; two = mostAlike(alike, groups, same)) {
            List<Integer> other = groups.get(two[1]);
            groups.get(two[0]).addAll(other);
            other.clear();
            sums.set(two[0], sum(vectors, groups.get(two[0])));
            liken(alike, sums, groups, two[0]);
        }
        groups.removeIf(List::isEmpty);
    }

    private static void liken(double[][] alike, List<float[]> sums, List<List<Integer>> groups, int one) {
        for (int i = 0; i < groups.size(); i++) {
            double pairs = (double) groups.get(one).size() * groups.get(i).size();
            double mean = i == one || pairs == 0 ? -1 : cosine(sums.get(one), sums.get(i)) / pairs;
            alike[one][i] = mean;
            alike[i][one] = mean;
        }
    }

    /** @return the places of two groups, or nothing where no two are alike */
    private static int[] mostAlike(double[][] alike, List<List<Integer>> groups, double same) {
        int[] two = {};
        double most = same;
        for (int i = 0; i < alike.length; i++) {
            for (int j = i + 1; j < alike.length && !groups.get(i).isEmpty(); j++) {
                if (alike[i][j] >= most && !groups.get(j).isEmpty()) {
                    most = alike[i][j];
                    two = new int[] {i, j};
                }
            }
        }
        return two;
    }

    /** Each question in the group whose centre is nearest; in none where all are far. */
    private static List<List<Integer>> nearest(List<float[]> vectors, List<List<Integer>> groups, double joins) {
        List<float[]> centres =
                groups.stream().map(group -> centre(vectors, group)).toList();
        List<List<Integer>> anew = new ArrayList<>();
        groups.forEach(group -> anew.add(new ArrayList<>()));
        for (int i = 0; i < vectors.size(); i++) {
            int best = nearest(centres, vectors.get(i), joins);
            if (best >= 0) {
                anew.get(best).add(i);
            }
        }
        anew.removeIf(List::isEmpty);
        return anew;
    }

    /** The place of the centre that is nearest; -1 where all are far. */
    static int nearest(List<float[]> centres, float[] vector, double joins) {
        int best = -1;
        double most = joins;
        for (int at = 0; at < centres.size(); at++) {
            double like = cosine(centres.get(at), vector);
            if (like >= most) {
                most = like;
                best = at;
            }
        }
        return best;
    }

    private static float[] sum(List<float[]> vectors, List<Integer> group) {
        float[] sum = new float[vectors.getFirst().length];
        for (int at : group) {
            float[] vector = vectors.get(at);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        return sum;
    }

    /** The middle of a group, of length 1. */
    static float[] centre(List<float[]> vectors, List<Integer> group) {
        float[] centre = sum(vectors, group);
        double length = Math.sqrt(cosine(centre, centre));
        for (int i = 0; i < centre.length && length > 0; i++) {
            centre[i] /= (float) length;
        }
        return centre;
    }

    /** The dot product: of two vectors of length 1, their cosine. */
    static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
