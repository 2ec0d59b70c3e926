package org.clausebot.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;

/**
 * Finds the directions that token vectors are kept in: the first principal ones of what the sentence model makes of
 * policies' clauses, by repeated multiplication with their matrix of products.
 */
public final class TokenDirections {
    private static final Path FILE = Path.of("src/main/resources" + Projection.RESOURCE);
    private static final int KEPT = 128;
    private static final int ROUNDS = 60;

    private TokenDirections() {}

    /** Whether the file is of the sentence model as it is. */
    public static boolean fit() throws IOException {
        SentenceModel model = TestModel.get();
        return Projection.read(Files.readAllBytes(FILE), model.fingerprint(), model.dimension()) != Projection.NONE;
    }

    /** Makes the file that comes with the program. */
    public static void make(List<Policy> policies) throws IOException {
        SentenceModel whole = ((BgeSmall) TestModel.get()).with(Projection.NONE);
        double[][] products = new double[whole.dimension()][whole.dimension()];
        for (Policy policy : policies) {
            for (Clause clause : policy.clauses()) {
                for (float[] vector : whole.readPassage(ClauseDocuments.passage(clause))
                        .words()
                        .vectors()) {
                    add(products, vector);
                }
            }
        }
        Files.write(FILE, Projection.file(whole.fingerprint(), principal(products, KEPT)));
    }

    private static void add(double[][] products, float[] vector) {
        for (int i = 0; i < vector.length; i++) {
            for (int k = 0; k < vector.length; k++) {
                products[i][k] += vector[i] * vector[k];
            }
        }
    }

    static float[][] principal(double[][] products, int count) {
        Random random = new Random(1);
        double[][] directions = new double[count][products.length];
        for (double[] direction : directions) {
            for (int d = 0; d < direction.length; d++) {
                direction[d] = random.nextGaussian();
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < count; i++) {
                directions[i] = times(products, directions[i]);
            }
            apart(directions);
        }
        List<float[]> found = new ArrayList<>();
        for (double[] direction : directions) {
            float[] rounded = new float[direction.length];
            for (int d = 0; d < rounded.length; d++) {
                rounded[d] = (float) direction[d];
            }
            found.add(rounded);
        }
        return found.toArray(float[][]::new);
    }

    private static double[] times(double[][] products, double[] direction) {
        double[] product = new double[direction.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = dot(products[i], direction);
        }
        return product;
    }

    /** Each made square to those before it, and of length 1. */
    private static void apart(double[][] directions) {
        for (int i = 0; i < directions.length; i++) {
            for (int k = 0; k < i; k++) {
                double along = dot(directions[i], directions[k]);
                for (int d = 0; d < directions[i].length; d++) {
                    directions[i][d] -= along * directions[k][d];
                }
            }
            double length = Math.sqrt(dot(directions[i], directions[i]));
            for (int d = 0; d < directions[i].length; d++) {
                directions[i][d] /= length;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }
}
