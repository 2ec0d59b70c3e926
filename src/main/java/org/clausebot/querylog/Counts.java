package org.clausebot.querylog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Slices.View;

/** True counts of weeks that are over; {@link Slices} makes them inexact before anybody sees them. Thread-safe. */
final class Counts {
    private final LogRows rows;
    /** Weeks that are over change no more, and a page asks for each of them several times. */
    private final Cache<Week, Map<View, Map<String, Integer>>> counted = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    /** Reading a trust's half year for each page would take seconds. */
    private final Cache<Week, Map<View, Map<String, Integer>>> together = Caffeine.newBuilder()
            .maximumSize(500)
            .expireAfterWrite(Duration.ofHours(12))
            .build();

    private record Week(List<SchoolId> schools, IsoWeek week) {}

    Counts(LogRows rows) {
        this.rows = rows;
    }

    /** Of all {@code schools} added up. */
    Map<View, Map<String, Integer>> of(List<SchoolId> schools, IsoWeek week) {
        return (schools.size() > 1 ? together : counted).get(new Week(schools, week), key -> {
            Map<View, Map<String, Integer>> counts = new EnumMap<>(View.class);
            for (SchoolId school : schools) {
                rows.entries(school, week).forEach(entry -> count(counts, entry));
                counts.computeIfAbsent(View.OUTCOME, view -> new HashMap<>())
                        .merge(Outcome.URGENT.code(), rows.urgent(school, week), Integer::sum);
            }
            return counts;
        });
    }

    private static void count(Map<View, Map<String, Integer>> counts, Entry entry) {
        count(counts, View.OUTCOME, entry.outcome().code());
        if (Slices.CHANNELS.contains(entry.channel())) {
            count(counts, View.CHANNEL, entry.channel());
        }
        if (entry.outcome() == Outcome.QUOTED) {
            entry.clauses().stream().findFirst().ifPresent(first -> count(counts, View.CLAUSE, name(first)));
        }
        // One of those that the asker judged, the best: a question is in one cell, however often they voted.
        entry.clauses().stream()
                .filter(judged -> judged.verdict().isPresent())
                .findFirst()
                .ifPresent(judged -> {
                    String verdict = judged.verdict().orElseThrow().code();
                    count(counts, View.VERDICT, verdict);
                    count(counts, View.CLAUSE_VERDICT, name(judged) + " " + verdict);
                });
    }

    private static void count(Map<View, Map<String, Integer>> counts, View view, String what) {
        counts.computeIfAbsent(view, v -> new HashMap<>()).merge(what, 1, Integer::sum);
    }

    private static String name(Entry.Judged judged) {
        ClauseRef clause = judged.shown().clause();
        return clause.policy().value() + " " + clause.address();
    }
}
