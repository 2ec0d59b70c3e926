package org.clausebot.policy.lint;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How alike two texts of one policy are: the cosine of their words, each weighed by how rare it is in the policy, so
 * that "staff" and "school" count for little.
 */
final class Similarity {
    private final Map<String, Integer> texts = new HashMap<>();
    private final int total;

    /** @param all the texts of the policy, by which the rarity of a word is judged */
    Similarity(Collection<List<String>> all) {
        all.forEach(words -> new HashSet<>(words).forEach(word -> texts.merge(word, 1, Integer::sum)));
        this.total = all.size();
    }

    /** In how many texts of the policy a word stands. */
    int frequency(String word) {
        return texts.getOrDefault(word, 0);
    }

    /** The words of a text with their weights. */
    Weights weigh(Collection<String> words) {
        Map<String, Double> weights = new HashMap<>();
        double squares = 0;
        for (String word : new HashSet<>(words)) {
            double weight = Math.log(1 + (double) total / texts.getOrDefault(word, 1));
            weights.put(word, weight);
            squares += weight * weight;
        }
        return new Weights(weights, Math.sqrt(squares));
    }

    /**
     * A text as it is compared.
     *
     * @param weights each word once, the rarer the heavier
     * @param length of the vector that they make
     */
    record Weights(Map<String, Double> weights, double length) {
        Set<String> words() {
            return weights.keySet();
        }

        /** From 0 for no word in common to 1 for the same words. */
        double like(Weights other) {
            double sum = 0;
            for (Map.Entry<String, Double> word : weights.entrySet()) {
                sum += word.getValue() * other.weights.getOrDefault(word.getKey(), 0.0);
            }
            return length == 0 || other.length == 0 ? 0 : sum / (length * other.length);
        }

        /** How many words both have. */
        int shared(Weights other) {
            int shared = 0;
            for (String word : weights.keySet()) {
                shared += other.weights.containsKey(word) ? 1 : 0;
            }
            return shared;
        }
    }
}
