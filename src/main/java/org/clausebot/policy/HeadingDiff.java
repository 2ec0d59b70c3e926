package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clausebot.policy.Diff.HeadingAdded;
import org.clausebot.policy.Diff.HeadingChange;
import org.clausebot.policy.Diff.HeadingMoved;
import org.clausebot.policy.Diff.HeadingRemoved;

/** Compares the headings of two versions: known again by their path, then by their own words. */
final class HeadingDiff {
    private record Pair(int older, int newer) {}

    private HeadingDiff() {}

    static List<HeadingChange> between(Policy older, Policy newer) {
        List<Pair> pairs = pairs(older.sections(), newer.sections());
        List<HeadingChange> changes = new ArrayList<>();
        List<Pair> steady = longestInOrder(pairs);
        for (int i = 0; i < newer.sections().size(); i++) {
            List<String> now = newer.sections().get(i).headings();
            int at = i;
            Pair pair = pairs.stream().filter(p -> p.newer() == at).findFirst().orElse(null);
            if (pair == null) {
                changes.add(new HeadingAdded(now));
                continue;
            }
            List<String> before = older.sections().get(pair.older()).headings();
            if (!before.getLast().equals(now.getLast())
                    || !PolicyDiff.titles(before).equals(PolicyDiff.titles(now))
                    || !steady.contains(pair)) {
                changes.add(new HeadingMoved(before, now));
            }
        }
        for (int i = 0; i < older.sections().size(); i++) {
            int at = i;
            if (pairs.stream().noneMatch(p -> p.older() == at)) {
                changes.add(new HeadingRemoved(older.sections().get(i).headings()));
            }
        }
        return List.copyOf(changes);
    }

    private static List<Pair> pairs(List<Section> older, List<Section> newer) {
        List<Pair> pairs = new ArrayList<>();
        boolean[] usedOlder = new boolean[older.size()];
        boolean[] usedNewer = new boolean[newer.size()];
        for (int step = 0; step < 3; step++) {
            Map<Object, List<Integer>> free = new HashMap<>();
            for (int i = 0; i < newer.size(); i++) {
                if (!usedNewer[i]) {
                    free.computeIfAbsent(key(newer.get(i), step), k -> new ArrayList<>())
                            .add(i);
                }
            }
            for (int i = 0; i < older.size(); i++) {
                List<Integer> same = usedOlder[i] ? List.of() : free.getOrDefault(key(older.get(i), step), List.of());
                if (!same.isEmpty()) {
                    int match = same.removeFirst();
                    usedOlder[i] = true;
                    usedNewer[match] = true;
                    pairs.add(new Pair(i, match));
                }
            }
        }
        pairs.sort((a, b) -> Integer.compare(a.older(), b.older()));
        return pairs;
    }

    private static Object key(Section section, int step) {
        return switch (step) {
            case 0 -> section.headings();
            case 1 -> PolicyDiff.titles(section.headings());
            default -> PolicyDiff.titles(section.headings()).getLast();
        };
    }

    /**
     * The most pairs that stand in one order in both versions; the others have moved among them. Of several longest
     * runs the one with the smaller sum of places is taken, which is the same whichever version comes first.
     */
    private static List<Pair> longestInOrder(List<Pair> pairs) {
        int[] length = new int[pairs.size()];
        int[] cost = new int[pairs.size()];
        int[] previous = new int[pairs.size()];
        int best = -1;
        for (int i = 0; i < pairs.size(); i++) {
            length[i] = 1;
            previous[i] = -1;
            int own = pairs.get(i).older() * pairs.get(i).newer();
            cost[i] = own;
            for (int j = 0; j < i; j++) {
                boolean inOrder = pairs.get(j).newer() < pairs.get(i).newer();
                if (inOrder && better(length[j] + 1, cost[j] + own, length[i], cost[i])) {
                    length[i] = length[j] + 1;
                    cost[i] = cost[j] + own;
                    previous[i] = j;
                }
            }
            if (best < 0 || better(length[i], cost[i], length[best], cost[best])) {
                best = i;
            }
        }
        List<Pair> run = new ArrayList<>();
        for (int i = best; i >= 0; i = previous[i]) {
            run.add(pairs.get(i));
        }
        return run;
    }

    private static boolean better(int length, int cost, int thanLength, int thanCost) {
        return length > thanLength || (length == thanLength && cost < thanCost);
    }
}
