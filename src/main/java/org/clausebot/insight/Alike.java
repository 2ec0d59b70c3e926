package org.clausebot.insight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What questions are compared by: what they mean, and, for a smaller part, the words they share. The model was taught to find
 * clauses, so that it puts together what one clause could answer; the words keep "parents filming" from "e-mails to parents".
 */
final class Alike {
    /** The part of the likeness that is meaning; the rest is words. See docs/decisions/0016-gaps.md. */
    private static final double MEANING = 0.8;
    /** A word that fewer wordings hold brings nothing together. */
    private static final int FEWEST = 3;

    private static final int SHORT = 2;
    private static final int PLURAL = 5;

    private final Map<String, Integer> used = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final int wordings;

    /** @param wordings whose words count, each the more the rarer it is among them */
    Alike(List<String> wordings) {
        this.wordings = wordings.size();
        wordings.forEach(wording -> words(wording).forEach(word -> used.merge(word, 1, Integer::sum)));
        used.keySet().stream()
                .filter(word -> used.getOrDefault(word, 0) >= FEWEST)
                .sorted()
                .forEach(word -> places.put(word, places.size()));
    }

    /**
     * A vector of length 1 at most, of one dimension with all others.
     *
     * @param meaning of length 1
     */
    float[] of(String wording, float[] meaning) {
        float[] vector = new float[meaning.length + places.size()];
        for (int at = 0; at < meaning.length; at++) {
            vector[at] = (float) (Math.sqrt(MEANING) * meaning[at]);
        }
        for (String word : words(wording)) {
            Integer place = places.get(word);
            if (place != null) {
                // The rarer a word, the more it tells.
                vector[meaning.length + place] = (float) Math.log((double) wordings / used.getOrDefault(word, 1));
            }
        }
        scaleWords(vector, meaning.length);
        return vector;
    }

    private static void scaleWords(float[] vector, int from) {
        double squares = 0;
        for (int at = from; at < vector.length; at++) {
            squares += vector[at] * vector[at];
        }
        for (int at = from; at < vector.length && squares > 0; at++) {
            vector[at] *= (float) Math.sqrt((1 - MEANING) / squares);
        }
    }

    private static Set<String> words(String wording) {
        return CommonWords.words(wording).stream()
                .filter(word -> word.length() > SHORT)
                .map(word ->
                        word.length() >= PLURAL && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.toSet());
    }
}
