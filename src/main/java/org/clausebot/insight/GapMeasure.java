package org.clausebot.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Period;

/** How many gaps are found of a log in which it is known what each question is about. For made-up logs alone. */
public final class GapMeasure {
    /** So many groups are looked at from the top. */
    public static final int FIRST = 10;

    private final Map<String, String> matters = new HashMap<>();
    private final Set<String> planted;

    /**
     * @param matters what each wording, as it is stored, is about
     * @param planted those matters that no clause answers
     */
    public GapMeasure(Map<String, String> matters, Set<String> planted) {
        matters.forEach((words, matter) -> this.matters.put(Sample.plain(words), matter));
        this.planted = Set.copyOf(planted);
    }

    /**
     * One of the first groups.
     *
     * @param about as it is shown
     * @param questions how many it truly holds
     * @param matter that most of them are about
     * @param purity their share, 0 to 1
     * @param finds whether it shows a planted gap that none before it shows: more than half of it is that gap's
     */
    public record Line(int rank, String name, int about, int questions, String matter, double purity, boolean finds) {}

    /**
     * What was found.
     *
     * @param groups how many are shown
     * @param first the first {@link #FIRST} of them
     * @param missed planted gaps that none of those shows
     */
    public record Result(int groups, List<Line> first, Set<String> missed) {
        public Result {
            first = List.copyOf(first);
            missed = new TreeSet<>(missed);
        }

        /** How many planted gaps are shown. */
        public long found() {
            return first.stream().filter(Line::finds).count();
        }
    }

    /** @return empty where no block is over */
    public Optional<Result> of(GapFinder finder, SchoolId as, List<SchoolId> schools, List<Period> blocks) {
        Map<String, Map<String, Integer>> members = new HashMap<>();
        return finder.find(as, schools, blocks, List.of(), (group, asked) -> members.put(group.id(), asked))
                .map(findings -> result(findings.groups(), members));
    }

    /**
     * How many planted gaps stand among the first when every question is put where it belongs: no finder can do better, since
     * the rest is what the numbers' errors and small groups allow.
     *
     * @param keyed gives a keyed hash, as a finder takes it
     */
    public Optional<Result> allowed(
            LogRows rows, UnaryOperator<String> keyed, SchoolId as, List<SchoolId> schools, List<Period> blocks) {
        return of(new GapFinder(rows, this::byMatter, keyed), as, schools, blocks);
    }

    private List<Grouping.Group> byMatter(Sample sample) {
        Map<String, Map<String, Double>> groups = new TreeMap<>();
        for (String wording : sample.wordings()) {
            String matter = matters.getOrDefault(wording, "");
            if (!matter.isEmpty()) {
                groups.computeIfAbsent(matter, m -> new HashMap<>()).put(wording, 1.0);
            }
        }
        return groups.values().stream()
                .map(group -> new Grouping.Group(group, new float[] {1}))
                .toList();
    }

    private Result result(List<GapGroup> groups, Map<String, Map<String, Integer>> members) {
        Set<String> missed = new TreeSet<>(planted);
        List<Line> first = new ArrayList<>();
        for (GapGroup group : groups.subList(0, Math.min(FIRST, groups.size()))) {
            Map<String, Integer> about = new HashMap<>();
            members.getOrDefault(group.id(), Map.of())
                    .forEach((words, times) -> about.merge(matters.getOrDefault(words, "?"), times, Integer::sum));
            int all = about.values().stream().mapToInt(Integer::intValue).sum();
            Map.Entry<String, Integer> most = about.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .orElseThrow();
            boolean finds = 2 * most.getValue() > all && missed.remove(most.getKey());
            double purity = (double) most.getValue() / all;
            first.add(new Line(first.size() + 1, group.name(), group.about(), all, most.getKey(), purity, finds));
        }
        return new Result(groups.size(), first, missed);
    }
}
