package org.clausebot.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.clausebot.measure.Measurement.Figure;

/** Figures over many outcomes, and how far they would move with other questions. */
final class Statistics {
    private static final int RESAMPLES = 1_000;
    private static final long SEED = 20_180_601;

    private Statistics() {}

    static double mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> metric) {
        return outcomes.stream().mapToDouble(metric).average().orElse(0);
    }

    /** How often an answerable question looks more answerable than an unanswerable one; ties count half. */
    static double auroc(List<Outcome> outcomes) {
        List<Double> yes = scores(outcomes, true);
        List<Double> no = scores(outcomes, false);
        if (yes.isEmpty() || no.isEmpty()) {
            return 0.5;
        }
        double[] sorted = no.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double won = 0;
        for (double score : yes) {
            int below = firstAtLeast(sorted, score);
            int upTo = firstAtLeast(sorted, Math.nextUp(score));
            won += below + (upTo - below) / 2.0;
        }
        return won / ((double) yes.size() * no.size());
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** With the threshold as high as lets {@code answered} of the answerable through: the share of the others below it. */
    static double refused(List<Outcome> outcomes, double answered) {
        double[] yes = scores(outcomes, true).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        List<Double> no = scores(outcomes, false);
        if (yes.length == 0 || no.isEmpty()) {
            return 0;
        }
        int mayFall = (int) Math.floor((1 - answered) * yes.length + 1e-9);
        double threshold = yes[Math.min(mayFall, yes.length - 1)];
        return (double) no.stream().filter(score -> score < threshold).count() / no.size();
    }

    private static List<Double> scores(List<Outcome> outcomes, boolean answerable) {
        return outcomes.stream()
                .filter(outcome -> outcome.asked().answerable() == answerable)
                .map(Outcome::answerable)
                .toList();
    }

    /** The figure with its bootstrap interval; the seed is fixed, so that the same outcomes give the same interval. */
    static Figure figure(List<Outcome> outcomes, ToDoubleFunction<List<Outcome>> statistic) {
        double value = statistic.applyAsDouble(outcomes);
        if (outcomes.isEmpty()) {
            return new Figure(value, value, value);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            List<Outcome> sample = new ArrayList<>(outcomes.size());
            for (int j = 0; j < outcomes.size(); j++) {
                sample.add(outcomes.get(random.nextInt(outcomes.size())));
            }
            values[i] = statistic.applyAsDouble(sample);
        }
        Arrays.sort(values);
        return new Figure(value, values[(int) (0.025 * RESAMPLES)], values[(int) (0.975 * RESAMPLES) - 1]);
    }
}
