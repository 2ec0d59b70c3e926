package org.clausebot.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Finds which clause of one version is which of another: first those with the same lead-in and words, then those with
 * the same words, then by likeness, where the pairs are chosen so that together they are as alike as can be.
 */
final class ClauseMatching {
    private final IdentityHashMap<Clause, Clause> pairs = new IdentityHashMap<>();
    private final Set<Clause> matchedOlder = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Clause> matchedNewer = Collections.newSetFromMap(new IdentityHashMap<>());

    private ClauseMatching() {}

    /** The clauses of {@code older} that {@code newer} has too, each with its counterpart; keyed by identity. */
    static IdentityHashMap<Clause, Clause> match(List<Clause> older, List<Clause> newer) {
        ClauseMatching matching = new ClauseMatching();
        matching.exact(older, newer, c -> plain(c.statement()));
        matching.exact(older, newer, c -> plain(c.text()));
        boolean swapped = whole(older).compareTo(whole(newer)) > 0;
        List<Clause> left = swapped ? free(newer, matching.matchedNewer) : free(older, matching.matchedOlder);
        List<Clause> right = swapped ? free(older, matching.matchedOlder) : free(newer, matching.matchedNewer);
        Assignment.best(left, right)
                .forEach(p -> matching.pair(swapped ? p.right() : p.left(), swapped ? p.left() : p.right()));
        return matching.pairs;
    }

    private void exact(List<Clause> older, List<Clause> newer, Function<Clause, String> key) {
        Map<String, List<Clause>> groups = new LinkedHashMap<>();
        free(newer, matchedNewer)
                .forEach(c -> groups.computeIfAbsent(key.apply(c), k -> new ArrayList<>())
                        .add(c));
        List<BiPredicate<Clause, Clause>> closest = List.of(
                (a, b) -> a.ref().address().equals(b.ref().address())
                        && a.headings().equals(b.headings()),
                (a, b) -> a.ref().address().equals(b.ref().address()),
                PolicyDiff::sameHeadings,
                (a, b) -> true);
        for (BiPredicate<Clause, Clause> close : closest) {
            for (Clause clause : free(older, matchedOlder)) {
                groups.getOrDefault(key.apply(clause), List.of()).stream()
                        .filter(c -> !matchedNewer.contains(c) && close.test(clause, c))
                        .findFirst()
                        .ifPresent(c -> pair(clause, c));
            }
        }
    }

    private void pair(Clause older, Clause newer) {
        pairs.put(older, newer);
        matchedOlder.add(older);
        matchedNewer.add(newer);
    }

    private static List<Clause> free(List<Clause> clauses, Set<Clause> matched) {
        return clauses.stream().filter(c -> !matched.contains(c)).toList();
    }

    /** Words that differ in nothing but the shape of a quotation mark or a dash are the same words. */
    private static String plain(String words) {
        return DocumentText.fold(words)
                .replaceAll("[‘’]", "'")
                .replaceAll("[“”]", "\"")
                .replaceAll("[–—]", "-");
    }

    private static String whole(List<Clause> clauses) {
        StringBuilder all = new StringBuilder();
        clauses.forEach(c -> all.append(c.ref().address()).append(c.statement()).append('\n'));
        return all.toString();
    }
}
