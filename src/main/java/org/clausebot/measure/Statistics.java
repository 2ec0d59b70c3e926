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

    static <T> double mean(List<T> outcomes, ToDoubleFunction<T> metric) {
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

    /**
     * The abstention table at every threshold: for each share of the answerable that can be answered, the share of the
     * others that is refused with it.
     */
    static List<Silence.Point> coverage(List<Outcome> outcomes) {
        int yes = scores(outcomes, true).size();
        List<Silence.Point> points = new ArrayList<>();
        for (int answered = 1; answered <= yes; answered++) {
            double share = (double) answered / yes;
            points.add(new Silence.Point(share, refused(outcomes, share)));
        }
        return List.copyOf(points);
    }

    private static List<Double> scores(List<Outcome> outcomes, boolean answerable) {
        return outcomes.stream()
                .filter(outcome -> outcome.asked().answerable() == answerable)
                .map(Outcome::answerable)
                .toList();
    }

    /**
     * The figure with its bootstrap interval; the seed is fixed, so that the same outcomes give the same interval. Of a
     * figure that resampling shifts, as calibration error, the interval is widened to hold it.
     */
    static <T> Figure figure(List<T> outcomes, ToDoubleFunction<List<T>> statistic) {
        double value = statistic.applyAsDouble(outcomes);
        if (outcomes.isEmpty()) {
            return new Figure(value, value, value);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            List<T> sample = new ArrayList<>(outcomes.size());
            for (int j = 0; j < outcomes.size(); j++) {
                sample.add(outcomes.get(random.nextInt(outcomes.size())));
            }
            values[i] = statistic.applyAsDouble(sample);
        }
        Arrays.sort(values);
        double low = values[(int) (0.025 * RESAMPLES)];
        double high = values[(int) (0.975 * RESAMPLES) - 1];
        return new Figure(value, Math.min(low, value), Math.max(high, value));
    }
}
