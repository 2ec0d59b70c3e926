package org.clausebot.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether {@code answerable} is the probability that it says it is.
 *
 * <p>The expected calibration error is the mean distance, over bins of predictions, between what was predicted and what
 * came true, weighted by the bins' sizes (M. P. Naeini, G. F. Cooper, M. Hauskrecht: Obtaining well calibrated
 * probabilities using Bayesian binning, AAAI 2015). The bins are of equal mass, not of equal width, because most
 * predictions lie near 0 and 1 (K. Nguyen, B. O'Connor: Posterior calibration and exploratory analysis for natural
 * language processing models, EMNLP 2015; R. Roelofs and others: Mitigating bias in calibration error estimation,
 * AISTATS 2022). With few questions it is more than 0 even for a perfect model: a bin of 20 is 0.1 off by chance.
 *
 * <p>The Brier score is the mean squared distance between prediction and truth (G. W. Brier: Verification of forecasts
 * expressed in terms of probability, Monthly Weather Review 78, 1950).
 */
final class Calibration {
    static final int BINS = 10;

    private Calibration() {}

    static double brier(List<Outcome> outcomes) {
        return Statistics.mean(outcomes, o -> Math.pow(o.answerable() - truth(o), 2));
    }

    static double error(List<Outcome> outcomes) {
        return bins(outcomes).stream()
                .mapToDouble(bin -> bin.count() * Math.abs(bin.said() - bin.was()) / outcomes.size())
                .sum();
    }

    /** Ten bins whose sizes differ by one at most; as many as outcomes where those are fewer. */
    static List<Silence.Bin> bins(List<Outcome> outcomes) {
        List<double[]> pairs = levelled(outcomes);
        int count = Math.min(BINS, pairs.size());
        List<Silence.Bin> bins = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<double[]> bin = pairs.subList(i * pairs.size() / count, (i + 1) * pairs.size() / count);
            bins.add(new Silence.Bin(mean(bin, 0), mean(bin, 1), bin.size()));
        }
        return List.copyOf(bins);
    }

    /** Predictions in order with what came true; equal predictions share it, so that a bin's edge may fall among them. */
    private static List<double[]> levelled(List<Outcome> outcomes) {
        List<double[]> pairs = new ArrayList<>();
        outcomes.forEach(o -> pairs.add(new double[] {o.answerable(), truth(o)}));
        pairs.sort(Comparator.comparingDouble(pair -> pair[0]));
        int from = 0;
        for (int to = 1; to <= pairs.size(); to++) {
            if (to == pairs.size() || pairs.get(to)[0] != pairs.get(from)[0]) {
                double truth = mean(pairs.subList(from, to), 1);
                pairs.subList(from, to).forEach(pair -> pair[1] = truth);
                from = to;
            }
        }
        return pairs;
    }

    private static double truth(Outcome outcome) {
        return outcome.asked().answerable() ? 1 : 0;
    }

    private static double mean(List<double[]> pairs, int column) {
        return pairs.stream().mapToDouble(pair -> pair[column]).average().orElse(0);
    }
}
