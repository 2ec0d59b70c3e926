package org.clausebot.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * what was not asked, grouped by what they mean. It looks at whole blocks of four weeks that are over, and at nothing else,
 * so that what is shown changes thirteen times a year and no two weeks can be compared. Slow: some milliseconds a wording.
 */
public final class GapFinder {
    /** More wordings than this are sampled: the time grows with their square. */
    static final int MOST_WORDINGS = 2_000;

    private static final int MOST_GROUPS = 60;
    private static final int SHOWN_WORDINGS = 8;
    private static final int KEYWORDS = 4;
    /** At most so many questions a week of one school count for a group: no busy week makes a gap large by itself. */
    private static final int A_WEEK = 5;
    /** In one week alone, one person could have asked them all. */
    private static final int FEWEST_WEEKS = 2;
    /** A wording that many used weighs more, but not without end. */
    private static final int COPIES = 5;

    private final LogRows rows;
    private final Function<String, float[]> meaning;
    private final UnaryOperator<String> keyed;

    /**
     * @param meaning gives a question's vector, of length 1
     * @param keyed gives a keyed hash in hexadecimal digits; by it numbers are made inexact, the same each time
     */
    public GapFinder(LogRows rows, Function<String, float[]> meaning, UnaryOperator<String> keyed) {
        this.rows = rows;
        this.meaning = meaning;
        this.keyed = keyed;
    }

    /**
     * @param as whose findings they are
     * @param schools whose questions are looked at together
     * @param blocks that are over and wholly kept, the oldest first; empty gives nothing
     */
    public Optional<GapFindings> find(SchoolId as, List<SchoolId> schools, List<Period> blocks) {
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        Sample sample = new Sample(MOST_WORDINGS);
        for (SchoolId school : schools) {
            for (IsoWeek week : blocks.stream().flatMap(b -> b.weeks().stream()).toList()) {
                rows.entries(school, week).stream()
                        .filter(GapFinder::isOpen)
                        .forEach(entry -> sample.add(entry.words(), new Place(school, week)));
            }
        }
        return Optional.of(new GapFindings(
                as,
                blocks.getFirst().first(),
                blocks.getLast().last(),
                sample.oneIn() > 1,
                groups(as, blocks.getLast(), sample)));
    }

    /** Whether whoever asked was left without an answer. */
    private static boolean isOpen(Entry entry) {
        boolean helped = entry.clauses().stream()
                .anyMatch(c -> c.verdict().equals(Optional.of(Entry.Verdict.HELPFUL)));
        boolean notAsked = entry.clauses().stream()
                .anyMatch(c -> c.verdict().equals(Optional.of(Entry.Verdict.NOT_ASKED)));
        return entry.outcome().keepsWords() && !helped && (entry.outcome() != Outcome.QUOTED || notAsked);
    }

    private List<GapGroup> groups(SchoolId as, Period last, Sample sample) {
        List<String> wordings = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        sample.wordings().forEach((wording, places) -> {
            float[] vector = meaning.apply(wording);
            int copies = places.size() < Groups.FEWEST ? 1 : COPIES;
            for (int i = 0; i < copies; i++) {
                wordings.add(wording);
                vectors.add(vector);
            }
        });
        List<GapGroup> groups = new ArrayList<>();
        for (List<Integer> cluster : Clusters.of(vectors, Groups.FEWEST)) {
            float[] centre = Clusters.centre(vectors, cluster);
            Map<String, Double> like = new LinkedHashMap<>();
            cluster.forEach(at -> like.put(wordings.get(at), Clusters.cosine(centre, vectors.get(at))));
            group(as, last, sample, like, centre).ifPresent(groups::add);
        }
        groups.sort(Comparator.comparingInt((GapGroup group) -> -group.about()).thenComparing(GapGroup::name));
        return groups.subList(0, Math.min(MOST_GROUPS, groups.size()));
    }

    /** @param like how central each wording is */
    private Optional<GapGroup> group(
            SchoolId as, Period last, Sample sample, Map<String, Double> like, float[] centre) {
        Map<String, List<Place>> asked = new LinkedHashMap<>();
        like.keySet().forEach(wording -> asked.put(wording, sample.wordings().getOrDefault(wording, List.of())));
        SharedWords shared = new SharedWords(asked);
        List<String> shown = like.keySet().stream()
                .filter(shared::mayShow)
                .sorted(Comparator.comparingDouble((String wording) -> -like.getOrDefault(wording, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN_WORDINGS)
                .map(GapFinder::sentence)
                .toList();
        List<String> keywords = shared.most(KEYWORDS);
        String name = shown.isEmpty() ? String.join(" · ", keywords) : shown.getFirst();
        List<Place> places = asked.values().stream().flatMap(List::stream).toList();
        // One word that is shared says nothing of what was asked.
        if (keywords.size() < 2
                || places.size() < Groups.FEWEST
                || places.stream().map(Place::week).distinct().count() < FEWEST_WEEKS) {
            return Optional.empty();
        }
        String key = String.join("\0", "gap", as.value(), name);
        int about = Noise.inFives(
                peopleWeeks(places) * sample.oneIn(), keyed.apply(key + "\0" + last.first()));
        return about < Groups.FEWEST
                ? Optional.empty()
                : Optional.of(new GapGroup(keyed.apply(key).substring(0, 16), name, shown, about, centre));
    }

    private static int peopleWeeks(List<Place> places) {
        Map<Place, Integer> weeks = new HashMap<>();
        places.forEach(place -> weeks.merge(place, 1, Integer::sum));
        return weeks.values().stream().mapToInt(n -> Math.min(n, A_WEEK)).sum();
    }

    private static String sentence(String wording) {
        int first = wording.offsetByCodePoints(0, 1);
        return wording.substring(0, first).toUpperCase(Locale.UK) + wording.substring(first);
    }
}
