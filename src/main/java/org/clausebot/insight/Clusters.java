package org.clausebot.insight;

import java.util.ArrayList;
import java.util.HashMap;
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

/** Sentence vectors that lie together. The time it takes grows with the square of how many there are. */
final class Clusters {
    /** What the density of a place is measured by. */
    private static final int NEIGHBOURS = 3;
    /** The library's own clusters may be small: those of one matter are put together afterwards. */
    private static final int SMALLEST = 3;

    private static final int THREADS = 1;
    /** The library's number for what lies with nothing. */
    private static final int OUTSIDE = 0;
    /** Two halves of one matter are at least so alike: cosine of their centres. */
    private static final double SAME = 0.64;
    /** What lies outside still belongs where it is so near to the centre. */
    private static final double JOINS = 0.5;
    /** The library says at each run that it is done. */
    private static final Logger LIBRARY = Logger.getLogger("org.tribuo");

    static {
        LIBRARY.setLevel(Level.WARNING);
    }

    private Clusters() {}

    /**
     * Groups of the places of {@code vectors} in their list, the largest first; what is like nothing else is in none.
     *
     * @param vectors of length 1 and of one dimension
     * @param fewest how many make a group, 2 or more
     */
    static List<List<Integer>> of(List<float[]> vectors, int fewest) {
        if (vectors.size() <= fewest) {
            return List.of();
        }
        List<Integer> labels = labels(vectors);
        Map<Integer, List<Integer>> found = new TreeMap<>();
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i) != OUTSIDE) {
                found.computeIfAbsent(labels.get(i), label -> new ArrayList<>()).add(i);
            }
        }
        List<List<Integer>> groups = merged(vectors, new ArrayList<>(found.values()));
        join(vectors, labels, groups);
        groups.removeIf(group -> group.size() < fewest);
        groups.sort((a, b) -> b.size() - a.size());
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

    /** The library parts a matter that is asked in two ways; whoever mends the policy sees one. */
    private static List<List<Integer>> merged(List<float[]> vectors, List<List<Integer>> groups) {
        List<List<Integer>> merged = new ArrayList<>();
        List<float[]> centres = new ArrayList<>();
        for (List<Integer> group : groups) {
            float[] centre = centre(vectors, group);
            int same = nearest(centres, centre, SAME);
            if (same < 0) {
                merged.add(new ArrayList<>(group));
                centres.add(centre);
            } else {
                merged.get(same).addAll(group);
                centres.set(same, centre(vectors, merged.get(same)));
            }
        }
        return merged;
    }

    private static void join(List<float[]> vectors, List<Integer> labels, List<List<Integer>> groups) {
        List<float[]> centres =
                groups.stream().map(group -> centre(vectors, group)).toList();
        Map<Integer, List<Integer>> joining = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i) == OUTSIDE) {
                int near = nearest(centres, vectors.get(i), JOINS);
                if (near >= 0) {
                    joining.computeIfAbsent(near, at -> new ArrayList<>()).add(i);
                }
            }
        }
        joining.forEach((at, more) -> groups.get(at).addAll(more));
    }

    private static int nearest(List<float[]> centres, float[] vector, double least) {
        int best = -1;
        double most = least;
        for (int i = 0; i < centres.size(); i++) {
            double like = cosine(centres.get(i), vector);
            if (like >= most) {
                most = like;
                best = i;
            }
        }
        return best;
    }

    /** The middle of a group, of length 1. */
    static float[] centre(List<float[]> vectors, List<Integer> group) {
        float[] centre = new float[vectors.getFirst().length];
        for (int at : group) {
            float[] vector = vectors.get(at);
            for (int i = 0; i < centre.length; i++) {
                centre[i] += vector[i];
            }
        }
        double length = Math.sqrt(cosine(centre, centre));
        for (int i = 0; i < centre.length && length > 0; i++) {
            centre[i] /= (float) length;
        }
        return centre;
    }

    /** The cosine of two vectors of length 1. */
    static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
