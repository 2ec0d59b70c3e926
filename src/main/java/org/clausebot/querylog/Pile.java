package org.clausebot.querylog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.QueryLog.Entered;

/** What waits to be written together. Used by one thread at a time. */
final class Pile {
    private final LogRows rows;
    private final int most;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Voted> votes = new ArrayList<>();
    private final Map<Week, Integer> urgent = new HashMap<>();

    private record Week(SchoolId school, IsoWeek week) {}

    private record Voted(Week week, String id, ClauseRef clause, String version, Verdict verdict) {}

    Pile(LogRows rows, int most) {
        this.rows = rows;
        this.most = most;
    }

    /** False when there is no room. */
    boolean add(Entry entry) {
        return entries.size() < most && entries.add(entry);
    }

    boolean vote(Entered on, ClauseRef clause, String version, Verdict verdict) {
        return votes.size() < most
                && votes.add(new Voted(new Week(on.by().school(), on.week()), on.id(), clause, version, verdict));
    }

    boolean urgent(SchoolId school, IsoWeek week) {
        return urgent.merge(new Week(school, week), 1, Integer::sum) > 0;
    }

    /** Writes week by week; what was written is gone from here, what was not stays. */
    void write() {
        Set<Week> weeks = new TreeSet<>(
                Comparator.comparing((Week week) -> week.school().value()).thenComparing(Week::week));
        entries.forEach(entry -> weeks.add(new Week(entry.school(), entry.week())));
        votes.forEach(vote -> weeks.add(vote.week));
        weeks.addAll(urgent.keySet());
        for (Week week : weeks) {
            rows.rewrite(week.school, week.week, before -> after(week, before), urgent.getOrDefault(week, 0));
            entries.removeIf(
                    entry -> entry.school().equals(week.school) && entry.week().equals(week.week));
            votes.removeIf(vote -> vote.week.equals(week));
            urgent.remove(week);
        }
    }

    private List<Entry> after(Week week, List<Entry> before) {
        Map<String, Entry> all = new HashMap<>();
        before.forEach(entry -> all.put(entry.id(), entry));
        entries.stream()
                .filter(entry ->
                        entry.school().equals(week.school) && entry.week().equals(week.week))
                .forEach(entry -> all.put(entry.id(), entry));
        for (Voted vote : votes) {
            all.computeIfPresent(vote.id, (id, entry) -> entry.judged(vote.clause, vote.version, vote.verdict));
        }
        return all.values().stream().sorted(Comparator.comparing(Entry::id)).toList();
    }
}
