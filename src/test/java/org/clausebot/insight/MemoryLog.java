package org.clausebot.insight;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.Latency;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Outcome;
import org.clausebot.querylog.Slices;

/** A question log in memory, as if it were some later day. */
public final class MemoryLog implements LogRows {
    private final Map<IsoWeek, List<Entry>> weeks = new HashMap<>();

    public void add(IsoWeek week, Outcome outcome, String words, List<Entry.Judged> clauses, int count) {
        List<Entry> entries = weeks.computeIfAbsent(week, w -> new ArrayList<>());
        for (int i = 0; i < count; i++) {
            entries.add(new Entry(
                    "id-of-sixteen-" + week + String.format(Locale.ROOT, "%06d", entries.size()),
                    SchoolId.DEFAULT,
                    week,
                    "web",
                    words,
                    outcome,
                    clauses,
                    50,
                    "en",
                    Latency.SLOWER));
        }
    }

    /** @param key of the numbers' errors */
    public Slices slices(String key, Instant now) {
        return new Slices(this, text -> hash(key + "\0" + text), 26, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void rewrite(SchoolId school, IsoWeek week, UnaryOperator<List<Entry>> change, int urgent) {
        weeks.put(week, change.apply(entries(school, week)));
    }

    @Override
    public List<Entry> entries(SchoolId school, IsoWeek week) {
        return weeks.getOrDefault(week, List.of());
    }

    @Override
    public int urgent(SchoolId school, IsoWeek week) {
        return 0;
    }

    @Override
    public int purge(IsoWeek first) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> silent() {
        return Set.of();
    }

    @Override
    public void silent(Map<String, Boolean> changes) {
        throw new UnsupportedOperationException();
    }
}
