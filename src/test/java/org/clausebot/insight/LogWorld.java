package org.clausebot.insight;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Asked;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.Latency;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Outcome;
import org.clausebot.querylog.Slices;

/** A question log in memory, to be filled by tests. */
public final class LogWorld implements LogRows {
    /** Weeks 37 to 40 and 41 to 44 of 2026 are over. */
    public static final Instant NOVEMBER = Instant.parse("2026-11-20T10:00:00Z");

    public static final PolicyId SOCIAL = new PolicyId("social-media");

    private final Map<IsoWeek, List<Entry>> weeks = new HashMap<>();
    private final Map<IsoWeek, Integer> urgent = new HashMap<>();
    private final Random ids;

    public LogWorld(long seed) {
        ids = new Random(seed);
    }

    /** A question that a clause answered; {@code clause} may be empty. */
    public Entry ask(IsoWeek week, Outcome outcome, String channel, String words, String clause) {
        return ask(week, outcome, channel, words, clause, Optional.empty());
    }

    public Entry ask(
            IsoWeek week, Outcome outcome, String channel, String words, String clause, Optional<Verdict> verdict) {
        byte[] id = new byte[16];
        ids.nextBytes(id);
        List<Entry.Judged> clauses = clause.isEmpty()
                ? List.of()
                : List.of(new Entry.Judged(new Asked.Shown(new ClauseRef(SOCIAL, clause), "2018-06"), verdict));
        Entry entry = new Entry(
                Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                SchoolId.DEFAULT,
                week,
                channel,
                words,
                outcome,
                clauses,
                50,
                "en",
                Latency.SLOWER);
        weeks.computeIfAbsent(week, w -> new ArrayList<>()).add(entry);
        return entry;
    }

    public void askTimes(int times, IsoWeek week, String words, String clause) {
        for (int i = 0; i < times; i++) {
            ask(week, Outcome.QUOTED, "web", words, clause);
        }
    }

    public void urgent(IsoWeek week, int count) {
        urgent.merge(week, count, Integer::sum);
    }

    public void remove(Entry entry) {
        weeks.getOrDefault(entry.week(), new ArrayList<>()).remove(entry);
    }

    public Slices slices(Instant now) {
        return new Slices(this, keyed("key"), 26, Clock.fixed(now, ZoneOffset.UTC));
    }

    public static UnaryOperator<String> keyed(String key) {
        return text -> {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest((key + "\0" + text).getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Override
    public List<Entry> entries(SchoolId school, IsoWeek week) {
        return school.equals(SchoolId.DEFAULT) ? List.copyOf(weeks.getOrDefault(week, List.of())) : List.of();
    }

    @Override
    public int urgent(SchoolId school, IsoWeek week) {
        return urgent.getOrDefault(week, 0);
    }

    @Override
    public void rewrite(SchoolId school, IsoWeek week, UnaryOperator<List<Entry>> change, int more) {
        throw new UnsupportedOperationException();
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
