package org.clausebot.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How an attacker weighs what they read: by how often each thing stood there in the one case and in the other. Of many
 * things most differ by chance only, so they look at those alone that tell most, at as many as served best when tried.
 */
final class Odds {
    private static final List<Integer> LOOKED_AT = List.of(1, 3, 10, 30, Integer.MAX_VALUE);

    private final Map<String, Map<String, Integer>> first = new HashMap<>();
    private final Map<String, Map<String, Integer>> second = new HashMap<>();
    private final List<Map<String, String>> triedFirst = new ArrayList<>();
    private final List<Map<String, String>> triedSecond = new ArrayList<>();
    private List<String> telling = List.of();
    private int learnt;

    /**
     * @param isFirst which case it is
     * @param learns whether to learn from it, or to keep it for trying
     */
    void hear(Map<String, String> pages, boolean isFirst, boolean learns) {
        if (!learns) {
            (isFirst ? triedFirst : triedSecond).add(pages);
            return;
        }
        learnt += isFirst ? 1 : 0;
        Map<String, Map<String, Integer>> often = isFirst ? first : second;
        pages.forEach((what, stands) ->
                often.computeIfAbsent(what, w -> new HashMap<>()).merge(stands, 1, Integer::sum));
    }

    /** Settles what to look at. */
    void choose() {
        Set<String> all = new HashSet<>(first.keySet());
        all.addAll(second.keySet());
        Map<String, Double> weights = new HashMap<>();
        all.forEach(what -> weights.put(what, weight(what)));
        List<String> sorted = all.stream()
                .sorted(Comparator.comparingDouble((String what) -> -weights.getOrDefault(what, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        int best = -1;
        List<String> chosen = sorted;
        for (int most : LOOKED_AT) {
            telling = sorted.subList(0, Math.min(most, sorted.size()));
            int right = (int) (triedFirst.stream().filter(pages -> of(pages) > 0).count()
                    + triedSecond.stream().filter(pages -> of(pages) < 0).count());
            if (right > best) {
                best = right;
                chosen = telling;
            }
        }
        telling = chosen;
    }

    /** How far what stands there differs between the cases. */
    private double weight(String what) {
        Set<String> values = new HashSet<>(first.getOrDefault(what, Map.of()).keySet());
        values.addAll(second.getOrDefault(what, Map.of()).keySet());
        double sum = 0;
        for (String value : values) {
            sum += Math.abs(count(first, what, value) - count(second, what, value));
        }
        return sum + Math.abs(absent(first, what) - absent(second, what));
    }

    /** Above 0 where the first case is likelier. */
    double of(Map<String, String> pages) {
        double sum = 0;
        for (String what : telling) {
            String stands = pages.get(what);
            int one = stands == null ? absent(first, what) : count(first, what, stands);
            int other = stands == null ? absent(second, what) : count(second, what, stands);
            sum += Math.log((one + 0.5) / (other + 0.5));
        }
        return sum;
    }

    private static int count(Map<String, Map<String, Integer>> often, String what, String stands) {
        return often.getOrDefault(what, Map.of()).getOrDefault(stands, 0);
    }

    /** What stands nowhere tells as well: it is one more thing that may stand there. */
    private int absent(Map<String, Map<String, Integer>> often, String what) {
        return learnt
                - often.getOrDefault(what, Map.of()).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }
}
