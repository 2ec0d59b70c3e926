package org.clausebot.answer;

import java.util.List;
import org.clausebot.search.Hit;

/**
 * How likely it is that one of the clauses found answers the question: a logistic model of what the search says of its
 * hits.
 *
 * @param bias the constant
 * @param weights one for each of {@link #signals}
 */
record Answerability(double bias, List<Double> weights) {
    /** How many of the best hits the signals look at. */
    static final int HITS = 10;

    Answerability {
        weights = List.copyOf(weights);
    }

    /** Printed by the command in docs/quality.md, from training questions. */
    static final Answerability TRAINED = new Answerability(-12.0, List.of(8.0, 8.0, 1.0));

    /** The best score, the mean score of the best ten, and the best lexical score. */
    static double[] signals(List<Hit> hits) {
        List<Hit> best = hits.subList(0, Math.min(HITS, hits.size()));
        double top = best.stream().mapToDouble(Hit::score).max().orElse(0);
        double mean = best.stream().mapToDouble(Hit::score).average().orElse(0);
        double lexical = best.stream().mapToDouble(Hit::lexical).max().orElse(0);
        return new double[] {top, mean, lexical};
    }

    /** 0 to 1; 0 when nothing was found. */
    double of(List<Hit> hits) {
        if (hits.isEmpty()) {
            return 0;
        }
        double[] signals = signals(hits);
        double sum = bias;
        for (int i = 0; i < signals.length; i++) {
            sum += weights.get(i) * signals[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
