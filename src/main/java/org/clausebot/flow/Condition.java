package org.clausebot.flow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When something holds, by earlier answers.
 *
 * @param when step ids with the answers of which one must have been given; all of them must hold
 * @param unless likewise; it holds unless all of these do. Empty means always
 * @param line where it stands in the flow's file
 */
public record Condition(Map<String, List<String>> when, Map<String, List<String>> unless, int line) {
    public static final Condition ALWAYS = new Condition(Map.of(), Map.of(), 0);

    public Condition {
        when = copy(when);
        unless = copy(unless);
    }

    /** A step that was not asked, or was skipped, has no answer. */
    public boolean holds(Map<String, Given> answers) {
        return all(when, answers) && (unless.isEmpty() || !all(unless, answers));
    }

    private static boolean all(Map<String, List<String>> wanted, Map<String, Given> answers) {
        return wanted.entrySet().stream().allMatch(entry -> {
            Given given = answers.get(entry.getKey());
            return given != null && Arrays.stream(given.value().split(",")).anyMatch(entry.getValue()::contains);
        });
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> wanted) {
        return wanted.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> List.copyOf(e.getValue()), (a, b) -> a, LinkedHashMap::new));
    }
}
