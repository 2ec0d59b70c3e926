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

    /** What the whole range of the lexical score counted when it was fitted. */
    private static final double WORDS = 0.25;

    Answerability {
        weights = List.copyOf(weights);
    }

    /** For a policy that has phrasings. Fitted as docs/quality.md says, as are those below. */
    static final Answerability PHRASED = new Answerability(-10.317, List.of(0.0, 0.0, 0.0, 3.081, 9.922));

    /** For a policy that has none. */
    static final Answerability COLD = new Answerability(-12.976, List.of(19.072, 9.547, 0.0, 0.0, 0.0));

    /**
     * The best nearness in words and meaning, the mean cosine, the best lexical score and the whole likeness of the best ten hits, and the
     * question's likeness to those that the policy answers.
     */
    static double[] signals(List<Hit> hits, double policyLikeness) {
        List<Hit> best = hits.subList(0, Math.min(HITS, hits.size()));
        double top = best.stream()
                .mapToDouble(hit -> hit.cosine() + WORDS * hit.lexical())
                .max()
                .orElse(0);
        double cosine = best.stream().mapToDouble(Hit::cosine).average().orElse(0);
        double lexical = best.stream().mapToDouble(Hit::lexical).max().orElse(0);
        double likeness = best.stream().mapToDouble(Hit::likeness).sum();
        return new double[] {top, cosine, lexical, likeness, policyLikeness};
    }

    /** 0 to 1; 0 when nothing was found. */
    double of(List<Hit> hits, double policyLikeness) {
        if (hits.isEmpty()) {
            return 0;
        }
        double[] signals = signals(hits, policyLikeness);
        double sum = bias;
        for (int i = 0; i < signals.length; i++) {
            sum += weights.get(i) * signals[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
