package org.clausebot.insight;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Outcome;
import org.clausebot.querylog.Period;
import org.clausebot.querylog.Slices;
import org.clausebot.search.Stems;

/**
 * How staff put what they ask of a clause, in a few of their own redacted words. A question is shown only where five or more
 * asked of the clause in one past block of four weeks, when at least four of them asked alike, and when each word of it was
 * used by at least five questions of the school in that block: then nothing in it is of one person. One question in three is
 * left out of all this by lot, so that words that are there or missing say little of anybody. Of all schools of a trust
 * together it shows what single schools show. Thread-safe.
 *
 * @see Groups#FEWEST
 */
public final class StaffWords {
    /** Questions of a clause that are shown at most. */
    public static final int MOST = 3;

    private static final int LONGEST = 160;
    private static final int LEFT_OUT = 3;
    /** The share of their words that questions have in common which ask alike. */
    private static final double ALIKE = 1.0 / 3;
    /** So many stand for a group that is larger: they are compared in pairs. */
    private static final int MOST_COMPARED = 300;

    private final LogRows rows;
    private final Slices slices;
    /** Of blocks that are over: they change no more. */
    private final Cache<Place, List<Said>> found = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    /** Of a trust: read seldom, since it is all its schools'. */
    private final Cache<Places, List<Said>> together = Caffeine.newBuilder()
            .maximumSize(50)
            .expireAfterWrite(Duration.ofHours(12))
            .build();

    private record Place(SchoolId school, Period block) {}

    private record Places(List<SchoolId> schools, Period block) {}

    /**
     * What is shown of a clause's questions in a block.
     *
     * @param words redacted, typical ones, drawn by lot; one to {@link #MOST}
     */
    public record Said(ClauseRef clause, IsoWeek first, IsoWeek last, List<String> words) {
        public Said {
            words = List.copyOf(words);
        }
    }

    /** @param lot in no relation to anything */
    private record Spoken(ClauseRef clause, String words, Set<String> stems, int lot) {}

    public StaffWords(LogRows rows, Slices slices) {
        this.rows = rows;
        this.slices = slices;
    }

    /** Of all blocks of which anything may be shown today, the newest first. */
    public List<Said> of(SchoolId school) {
        return slices.blocks().reversed().stream()
                .flatMap(block -> in(school, block).stream())
                .toList();
    }

    /** Of the block that begins with {@code first}; nothing where it is none of which anything may be shown. */
    public List<Said> of(SchoolId school, IsoWeek first) {
        return slices.blocks().stream()
                .filter(block -> block.first().equals(first))
                .flatMap(block -> in(school, block).stream())
                .toList();
    }

    private List<Said> in(SchoolId school, Period block) {
        List<SchoolId> schools = slices.schools(school);
        return schools.size() > 1
                ? together.get(new Places(schools, block), places -> ofAny(schools, block))
                : found.get(new Place(schools.getFirst(), block), place -> said(place.block(), drawn(place)));
    }

    /** What any of the schools shows by itself, and nothing else: what most of them show first. */
    private List<Said> ofAny(List<SchoolId> schools, Period block) {
        Map<ClauseRef, Map<String, Integer>> shown =
                new TreeMap<>(Comparator.comparing(ClauseRef::policy).thenComparing(ClauseRef::address));
        for (SchoolId school : schools) {
            said(block, drawn(new Place(school, block)))
                    .forEach(said -> said.words()
                            .forEach(words -> shown.computeIfAbsent(said.clause(), clause -> new TreeMap<>())
                                    .merge(words, 1, Integer::sum)));
        }
        List<Said> said = new ArrayList<>();
        shown.forEach((clause, words) -> said.add(new Said(
                clause,
                block.first(),
                block.last(),
                words.keySet().stream()
                        .sorted(Comparator.comparingInt(one -> -words.getOrDefault(one, 0)))
                        .limit(MOST)
                        .toList())));
        return List.copyOf(said);
    }

    private static List<Said> said(Period block, Collection<Spoken> drawn) {
        Map<String, Integer> used = new HashMap<>();
        drawn.forEach(one -> one.stems.forEach(stem -> used.merge(stem, 1, Integer::sum)));
        Map<ClauseRef, List<Spoken>> groups =
                new TreeMap<>(Comparator.comparing(ClauseRef::policy).thenComparing(ClauseRef::address));
        drawn.forEach(one ->
                groups.computeIfAbsent(one.clause, clause -> new ArrayList<>()).add(one));
        List<Said> said = new ArrayList<>();
        groups.forEach((clause, group) -> {
            List<String> words = shown(group, used);
            if (group.size() >= Groups.FEWEST && !words.isEmpty()) {
                said.add(new Said(clause, block.first(), block.last(), words));
            }
        });
        return List.copyOf(said);
    }

    /** Whoever asks a thing again and again in a week counts once. */
    private Collection<Spoken> drawn(Place place) {
        Map<String, Spoken> drawn = new TreeMap<>();
        for (IsoWeek week : place.block().weeks()) {
            for (Entry entry : rows.entries(place.school(), week)) {
                if (isDrawn(entry) && isFit(entry)) {
                    ClauseRef clause = entry.clauses().getFirst().shown().clause();
                    Set<String> stems = Stems.of(entry.words());
                    drawn.putIfAbsent(
                            clause + " " + week + " " + new TreeSet<>(stems),
                            new Spoken(clause, entry.words(), stems, entry.id().hashCode()));
                }
            }
        }
        return drawn.values();
    }

    /** By ids that nobody knows. */
    private static boolean isDrawn(Entry entry) {
        return entry.id().chars().sum() % LEFT_OUT != 0;
    }

    /** Where something was hidden, there was something to hide. */
    private static boolean isFit(Entry entry) {
        // Beneath a clause that is only nearest it would stand as a way of asking for what that clause does not say.
        return entry.outcome() == Outcome.QUOTED
                && !entry.clauses().isEmpty()
                && !entry.words().isBlank()
                && entry.words().length() <= LONGEST
                && entry.words().indexOf('[') < 0;
    }

    /** @param used how many of the school used a word in these weeks */
    private static List<String> shown(List<Spoken> group, Map<String, Integer> used) {
        List<Spoken> some = group.subList(0, Math.min(MOST_COMPARED, group.size()));
        List<String> words = new ArrayList<>();
        Set<Set<String>> seen = new HashSet<>();
        some.stream()
                .filter(one -> !one.stems.isEmpty()
                        && one.stems.stream().allMatch(stem -> used.getOrDefault(stem, 0) >= Groups.FEWEST)
                        && alike(one, some) >= Groups.FEWEST)
                // Which of them is not for their number to say, in which each question has a part.
                .sorted(Comparator.comparingInt(Spoken::lot))
                .filter(one -> seen.add(one.stems))
                .limit(MOST)
                .forEach(one -> words.add(one.words));
        return words;
    }

    /** How many ask like it, itself among them. */
    private static int alike(Spoken one, List<Spoken> all) {
        return (int) all.stream()
                .filter(other -> likeness(one.stems, other.stems) >= ALIKE)
                .count();
    }

    private static double likeness(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return (double) common / (one.size() + other.size() - common);
    }
}
