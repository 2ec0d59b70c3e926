package org.clausebot.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.clausebot.insight.Sample.Place;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Outcome;
import org.clausebot.querylog.Period;

/**
 * Finds what staff ask and the policies do not answer: questions that were not covered, nearly answered, or answered with
 * what was not asked, grouped by what they mean. It looks at whole blocks of four weeks that are over, and at nothing else.
 * Each block of a group is counted by itself and inexactly, always with the same error. Slow: some milliseconds a wording.
 */
public final class GapFinder {
    /** Of more wordings than this, a part of the questions stands for all: each takes some milliseconds. */
    static final int MOST_WORDINGS = 20_000;
    /** A gap that is found again lies about where it lay: cosine of the centres. */
    private static final double SAME = 0.8;

    private static final int MOST_GROUPS = 60;
    private static final int SHOWN_WORDINGS = 8;
    /** What lies farther from the middle of a group does not stand for it: cosine. */
    private static final double CENTRAL = 0.6;

    private static final int KEYWORDS = 4;
    /** At most so many questions a week of one school count for a group: no busy week makes a gap large by itself. */
    private static final int A_WEEK = 5;
    /** In one week alone, one person could have asked them all. */
    private static final int FEWEST_WEEKS = 2;
    /** What is drawn so often in so many blocks stands before what is asked now and then. */
    private static final int STEADY = 3;

    private static final int STEADY_BLOCKS = 2;
    /** Where only one question in so many, or fewer, is left without an answer, clauses answer the matter. */
    private static final int ANSWERED = 3;
    /** One question in so many has no part in which words are shown. */
    private static final int LEFT_OUT = 3;

    private final LogRows rows;
    private final Grouping grouping;
    private final UnaryOperator<String> keyed;

    /**
     * @param meaning gives a question's vector, of length 1
     * @param keyed gives a keyed hash in hexadecimal digits; by it numbers are made inexact, the same each time
     */
    public GapFinder(LogRows rows, Function<String, float[]> meaning, UnaryOperator<String> keyed) {
        this(rows, new ByMeaning(meaning), keyed);
    }

    /** @param grouping how questions are put together */
    GapFinder(LogRows rows, Grouping grouping, UnaryOperator<String> keyed) {
        this.rows = rows;
        this.grouping = grouping;
        this.keyed = keyed;
    }

    /**
     * Whose questions a look is at, with how much one question may change the chances of the numbers that are seen of it. In a
     * trust a question is counted in its school's gaps and in the trust's: both together cost what the one does elsewhere.
     */
    public enum Scope {
        /** The only school of an installation. */
        ONE_SCHOOL(Noise.EPSILON),
        /** One of several. */
        OF_A_TRUST(0.3),
        /** All of them together. */
        TRUST(0.2);

        final double epsilon;

        Scope(double epsilon) {
            this.epsilon = epsilon;
        }

        /** Numbers are multiples of it; a gap with less is not shown. */
        int step() {
            return (int) Math.ceil(Noise.EPSILON / epsilon - 1e-9) * Noise.STEP;
        }
    }

    /** What one look has at hand. */
    private record Look(
            SchoolId as,
            Scope scope,
            List<SchoolId> schools,
            Sample sample,
            CommonWords words,
            List<GapGroup> before,
            BiConsumer<GapGroup, Map<String, Integer>> members) {}

    /**
     * @param as whose findings they are
     * @param schools whose questions are looked at together
     * @param blocks that are over and wholly kept, the oldest first; empty gives nothing
     * @param before the groups that were found last: what is found again keeps its id
     */
    public Optional<GapFindings> find(SchoolId as, List<SchoolId> schools, List<Period> blocks, List<GapGroup> before) {
        return find(as, schools, blocks, before, (group, wordings) -> {});
    }

    /** As {@link #find(SchoolId, List, List, List)}, where it is said what the schools are. */
    Optional<GapFindings> find(
            SchoolId as, Scope scope, List<SchoolId> schools, List<Period> blocks, List<GapGroup> before) {
        return find(as, scope, schools, blocks, before, (group, wordings) -> {});
    }

    /** @param members hears of each group with its questions, by wording: never shown, only measured */
    Optional<GapFindings> find(
            SchoolId as,
            List<SchoolId> schools,
            List<Period> blocks,
            List<GapGroup> before,
            BiConsumer<GapGroup, Map<String, Integer>> members) {
        return find(as, schools.size() > 1 ? Scope.TRUST : Scope.ONE_SCHOOL, schools, blocks, before, members);
    }

    private Optional<GapFindings> find(
            SchoolId as,
            Scope scope,
            List<SchoolId> schools,
            List<Period> blocks,
            List<GapGroup> before,
            BiConsumer<GapGroup, Map<String, Integer>> members) {
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        Look look = new Look(
                as, scope, schools, new Sample(MOST_WORDINGS), new CommonWords(scope == Scope.TRUST), before, members);
        for (Period block : blocks) {
            for (SchoolId school : schools) {
                block.weeks().forEach(week -> read(look, school, week, block.first()));
            }
        }
        return Optional.of(new GapFindings(
                as,
                blocks.getFirst().first(),
                blocks.getLast().last(),
                look.sample().oneIn() > 1,
                groups(look, blocks)));
    }

    private void read(Look look, SchoolId school, IsoWeek week, IsoWeek block) {
        Set<String> drawn = new HashSet<>();
        for (Entry entry : rows.entries(school, week)) {
            String plain = Sample.plain(entry.words());
            boolean isDrawn = isDrawn(entry);
            if (isDrawn) {
                drawn.add(plain);
            }
            if (entry.outcome().keepsWords()) {
                look.sample()
                        .add(plain, new Place(school, week, block, isOpen(entry), isDrawn, Sample.lot(entry.id())));
            }
        }
        look.words().week(school, drawn);
    }

    /** By ids that nobody knows. */
    private static boolean isDrawn(Entry entry) {
        return entry.id().chars().sum() % LEFT_OUT != 0;
    }

    /** Whether whoever asked was left without an answer. */
    private static boolean isOpen(Entry entry) {
        boolean helped = entry.clauses().stream().anyMatch(c -> c.verdict().equals(Optional.of(Entry.Verdict.HELPFUL)));
        boolean notAsked =
                entry.clauses().stream().anyMatch(c -> c.verdict().equals(Optional.of(Entry.Verdict.NOT_ASKED)));
        return !helped && (entry.outcome() != Outcome.QUOTED || notAsked);
    }

    private List<GapGroup> groups(Look look, List<Period> blocks) {
        List<GapGroup> groups = new ArrayList<>();
        Map<String, Integer> parts = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Grouping.Group found : grouping.of(look.sample())) {
            group(look, blocks, found.like(), found.centre())
                    .filter(group -> ids.add(group.id()))
                    .ifPresent(group -> {
                        groups.add(group);
                        parts.put(group.id(), part(look, found.like().keySet(), blocks));
                        look.members().accept(group, times(look, found));
                    });
        }
        groups.sort(Comparator.comparingInt((GapGroup group) -> parts.getOrDefault(group.id(), 2))
                .thenComparingInt(group -> -group.about())
                .thenComparing(GapGroup::name));
        return groups.subList(0, Math.min(MOST_GROUPS, groups.size()));
    }

    private static Map<String, Integer> times(Look look, Grouping.Group group) {
        Map<String, Integer> times = new LinkedHashMap<>();
        group.like()
                .keySet()
                .forEach(wording ->
                        times.put(wording, look.sample().open(wording).size()));
        return times;
    }

    /** In which part of the list it stands: what is asked steadily, now and then, or is mostly answered. */
    private static int part(Look look, Set<String> wordings, List<Period> blocks) {
        if (isMostlyAnswered(look, wordings)) {
            return 2;
        }
        return isSteady(look, wordings, blocks) ? 0 : 1;
    }

    /**
     * Whether a clause answers most who ask so: then those without an answer are what every search misses, and no gap. Told by
     * those that were drawn, like all that no error is added to.
     */
    private static boolean isMostlyAnswered(Look look, Set<String> wordings) {
        List<Place> drawn = wordings.stream()
                .flatMap(wording -> look.sample().places(wording).stream())
                .filter(Place::drawn)
                .toList();
        return ANSWERED * drawn.stream().filter(Place::open).count() < drawn.size();
    }

    /**
     * Whether it is asked so often that its number is more than its error. Who knows all other questions still does not know
     * which were drawn, and so cannot tell by this whether one more was asked.
     */
    private static boolean isSteady(Look look, Set<String> wordings, List<Period> blocks) {
        long drawn = wordings.stream()
                .flatMap(wording -> look.sample().open(wording).stream())
                .filter(Place::drawn)
                .count();
        return drawn * look.sample().oneIn() * STEADY_BLOCKS >= (long) STEADY * blocks.size();
    }

    /** @param like how central each wording is */
    private Optional<GapGroup> group(Look look, List<Period> blocks, Map<String, Double> like, float[] centre) {
        List<Place> places = like.keySet().stream()
                .flatMap(wording -> look.sample().open(wording).stream())
                .toList();
        List<Place> drawn = places.stream().filter(Place::drawn).toList();
        List<String> keywords = keywords(look, like.keySet());
        // One word that is shared says nothing of what was asked.
        if (keywords.size() < 2
                || drawn.size() < Groups.FEWEST
                || drawn.stream().map(Place::week).distinct().count() < FEWEST_WEEKS) {
            return Optional.empty();
        }
        List<String> shown = like.keySet().stream()
                .filter(wording -> look.sample().open(wording).stream().anyMatch(Place::drawn))
                .filter(look.words()::mayShow)
                .filter(wording -> like.getOrDefault(wording, 0.0) >= CENTRAL)
                .sorted(Comparator.comparingDouble((String wording) -> -like.getOrDefault(wording, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN_WORDINGS)
                .map(GapFinder::sentence)
                .toList();
        String name = shown.isEmpty() ? String.join(" · ", keywords) : shown.getFirst();
        String id = id(look, name, centre);
        int about = about(look, id, blocks, places);
        return about < look.scope().step()
                ? Optional.empty()
                : Optional.of(new GapGroup(id, name, shown, about, centre));
    }

    /** The words that most questions of a group share, each of five or more. */
    private static List<String> keywords(Look look, Set<String> wordings) {
        Map<String, Integer> used = new HashMap<>();
        for (String wording : wordings) {
            int drawn = (int)
                    look.sample().open(wording).stream().filter(Place::drawn).count();
            look.words().telling(wording).forEach(word -> used.merge(word, drawn, Integer::sum));
        }
        return used.keySet().stream()
                .filter(word -> used.getOrDefault(word, 0) >= Groups.FEWEST)
                .sorted(Comparator.comparingInt((String word) -> -used.getOrDefault(word, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(KEYWORDS)
                .toList();
    }

    /** The same as the last time where it is the same gap: else its numbers would get another error. */
    private String id(Look look, String name, float[] centre) {
        return look.before().stream()
                .filter(group -> Clusters.cosine(group.centre(), centre) >= SAME)
                .max(Comparator.comparingDouble(group -> Clusters.cosine(group.centre(), centre)))
                .map(GapGroup::id)
                .orElseGet(() -> keyed.apply(String.join("\0", "gap", look.as().value(), name))
                        .substring(0, 16));
    }

    /** Each block by itself, and each with an error of its own that never changes. */
    private int about(Look look, String id, List<Period> blocks, List<Place> places) {
        Map<IsoWeek, Map<String, Integer>> counted = new HashMap<>();
        places.forEach(place -> counted.computeIfAbsent(place.block(), b -> new HashMap<>())
                .merge(place.school().value() + " " + place.week(), 1, Integer::sum));
        int sum = 0;
        for (Period block : blocks) {
            int peopleWeeks = counted.getOrDefault(block.first(), Map.of()).values().stream()
                    .mapToInt(n -> Math.min(n, A_WEEK))
                    .sum();
            String cell = cell(look, id, block);
            // Each that is held stands for so many, and so does what is wrong in their number.
            sum += look.sample().oneIn() * (peopleWeeks + Noise.of(keyed.apply(cell), look.scope().epsilon));
        }
        return Noise.in(look.scope().step(), sum);
    }

    /**
     * What an error belongs to. Errors of two sizes must have nothing in common: from both together the true number could be
     * reckoned. Nor those of a trust before and after a school joined: its questions would be the difference.
     */
    private static String cell(Look look, String id, Period block) {
        String of =
                String.join("\0", "gap", look.as().value(), id, block.first().toString());
        return switch (look.scope()) {
            case ONE_SCHOOL -> of;
            case OF_A_TRUST -> of + "\0of a trust";
            case TRUST -> of + "\0trust\0" + look.schools();
        };
    }

    private static String sentence(String wording) {
        int first = wording.offsetByCodePoints(0, 1);
        return wording.substring(0, first).toUpperCase(Locale.UK)
                + wording.substring(first).replaceAll("(?<= )i(?= |$)", "I");
    }
}
