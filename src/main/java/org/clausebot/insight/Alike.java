package org.clausebot.insight;

import java.util.ArrayList;
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

    private Alike() {}

    /**
     * One vector for each wording, of length 1 at most, all of one dimension.
     *
     * @param meanings of length 1
     */
    static List<float[]> of(List<String> wordings, List<float[]> meanings) {
        List<Set<String>> words = wordings.stream().map(Alike::words).toList();
        Map<String, Integer> used = new HashMap<>();
        words.forEach(all -> all.forEach(word -> used.merge(word, 1, Integer::sum)));
        Map<String, Integer> places = new HashMap<>();
        used.keySet().stream()
                .filter(word -> used.getOrDefault(word, 0) >= FEWEST)
                .sorted()
                .forEach(word -> places.put(word, places.size()));
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < wordings.size(); i++) {
            float[] meaning = meanings.get(i);
            float[] vector = new float[meaning.length + places.size()];
            for (int at = 0; at < meaning.length; at++) {
                vector[at] = (float) (Math.sqrt(MEANING) * meaning[at]);
            }
            for (String word : words.get(i)) {
                Integer place = places.get(word);
                if (place != null) {
                    // The rarer a word, the more it tells.
                    vector[meaning.length + place] =
                            (float) Math.log((double) wordings.size() / used.getOrDefault(word, 1));
                }
            }
            scaleWords(vector, meaning.length);
            vectors.add(vector);
        }
        return vectors;
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
