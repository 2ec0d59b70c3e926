package org.clausebot.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Period;
import org.clausebot.querylog.Slices;
import org.clausebot.search.Stems;

/**
 * How staff put what they ask of a clause, in a few of their own redacted words. A question is shown only when every word of
 * it was used by at least five that were drawn by lot, of one clause, in one past block of four weeks: then nothing in it is
 * of one person. What was not drawn changes nothing on any page, so that words that are missing say nothing of anybody.
 * Thread-safe.
 *
 * @see Groups#FEWEST
 */
public final class StaffWords {
    /** Questions of a clause that are shown at most. */
    public static final int MOST = 3;

    private static final int LONGEST = 160;
    /** So many stand for a group that is larger: they are compared in pairs. */
    private static final int MOST_COMPARED = 300;

    private final LogRows rows;
    private final Slices slices;

    /**
     * What is shown of a clause's questions in a block.
     *
     * @param words redacted, the most typical first; one to {@link #MOST}
     */
    public record Said(ClauseRef clause, IsoWeek first, IsoWeek last, List<String> words) {
        public Said {
            words = List.copyOf(words);
        }
    }

    private record Spoken(String words, Set<String> stems) {}

    public StaffWords(LogRows rows, Slices slices) {
        this.rows = rows;
        this.slices = slices;
    }

    /** Of all blocks of which anything may be shown today, the newest first. */
    public List<Said> of(SchoolId school) {
        return slices.blocks().reversed().stream()
                .flatMap(block -> in(school, block))
                .toList();
    }

    /** Of the block that begins with {@code first}; nothing where it is none of which anything may be shown. */
    public List<Said> of(SchoolId school, IsoWeek first) {
        return slices.blocks().stream()
                .filter(block -> block.first().equals(first))
                .flatMap(block -> in(school, block))
                .toList();
    }

    private Stream<Said> in(SchoolId school, Period block) {
        Map<ClauseRef, Map<String, Spoken>> groups =
                new TreeMap<>(Comparator.comparing(ClauseRef::policy).thenComparing(ClauseRef::address));
        for (IsoWeek week : block.weeks()) {
            for (Entry entry : rows.entries(school, week)) {
                if (isDrawn(entry) && isFit(entry)) {
                    Spoken spoken = new Spoken(entry.words(), Stems.of(entry.words()));
                    // Who asks the same again and again in a week counts once.
                    groups.computeIfAbsent(entry.clauses().getFirst().shown().clause(), clause -> new TreeMap<>())
                            .putIfAbsent(week + " " + new TreeSet<>(spoken.stems), spoken);
                }
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Said(
                        group.getKey(),
                        block.first(),
                        block.last(),
                        shown(List.copyOf(group.getValue().values()))))
                .filter(said -> !said.words().isEmpty());
    }

    /** One in two, by ids that nobody knows. */
    private static boolean isDrawn(Entry entry) {
        return entry.id().chars().sum() % 2 == 0;
    }

    /** Where something was hidden, there was something to hide. */
    private static boolean isFit(Entry entry) {
        return !entry.clauses().isEmpty()
                && !entry.words().isBlank()
                && entry.words().length() <= LONGEST
                && entry.words().indexOf('[') < 0;
    }

    private static List<String> shown(List<Spoken> group) {
        Map<String, Integer> used = new HashMap<>();
        group.forEach(one -> one.stems.forEach(stem -> used.merge(stem, 1, Integer::sum)));
        List<Spoken> safe = group.stream()
                .filter(one -> !one.stems.isEmpty()
                        && one.stems.stream().allMatch(stem -> used.getOrDefault(stem, 0) >= Groups.FEWEST))
                .limit(MOST_COMPARED)
                .toList();
        List<String> words = new ArrayList<>();
        Set<Set<String>> seen = new HashSet<>();
        safe.stream()
                .sorted(Comparator.comparingDouble((Spoken one) -> -centrality(one, safe))
                        .thenComparing(Spoken::words))
                .filter(one -> seen.add(one.stems))
                .limit(MOST)
                .forEach(one -> words.add(one.words));
        return words;
    }

    /** How much it has in common with the others. */
    private static double centrality(Spoken one, List<Spoken> all) {
        return all.stream().mapToDouble(other -> likeness(one.stems, other.stems)).sum();
    }

    private static double likeness(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return (double) common / (one.size() + other.size() - common);
    }
}
