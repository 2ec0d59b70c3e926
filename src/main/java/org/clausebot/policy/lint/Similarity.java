package org.clausebot.policy.lint;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

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

    /** From 0 for no word in common to 1 for the same words. */
    double of(List<String> one, List<String> other) {
        Map<String, Double> a = weigh(one);
        Map<String, Double> b = weigh(other);
        double norm = Math.sqrt(dot(a, a) * dot(b, b));
        return norm == 0 ? 0 : dot(a, b) / norm;
    }

    /** In how many texts of the policy a word stands. */
    int frequency(String word) {
        return texts.getOrDefault(word, 0);
    }

    private Map<String, Double> weigh(List<String> words) {
        Map<String, Double> weights = new HashMap<>();
        for (String word : new HashSet<>(words)) {
            weights.put(word, Math.log(1 + (double) total / texts.getOrDefault(word, 1)));
        }
        return weights;
    }

    private static double dot(Map<String, Double> a, Map<String, Double> b) {
        double sum = 0;
        for (Map.Entry<String, Double> word : a.entrySet()) {
            sum += word.getValue() * b.getOrDefault(word.getKey(), 0.0);
        }
        return sum;
    }
}
