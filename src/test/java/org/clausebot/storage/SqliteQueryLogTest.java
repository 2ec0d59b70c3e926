package org.clausebot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Asked;
import org.clausebot.querylog.Asker;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.Latency;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Outcome;
import org.clausebot.querylog.QueryLog;
import org.clausebot.querylog.Redaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteQueryLogTest {
    private static final IsoWeek WEEK = new IsoWeek(2026, 47);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private static Entry entry(int number, IsoWeek week) {
        ClauseRef clause = new ClauseRef(new PolicyId("social-media"), "2.1.5", number % 3);
        return new Entry(
                String.format(Locale.ROOT, "%04d-random-random", number * 7919 % 10_000),
                SchoolId.DEFAULT,
                week,
                "web",
                "question number " + number,
                Outcome.QUOTED,
                List.of(
                        new Entry.Judged(new Asked.Shown(clause, "2018-06"), Optional.of(Entry.Verdict.HELPFUL)),
                        new Entry.Judged(new Asked.Shown(clause, "2026-09"), Optional.empty())),
                85,
                "en",
                Latency.UNDER_1_S);
    }

    private static void add(LogRows rows, List<Entry> more) {
        rows.rewrite(
                SchoolId.DEFAULT,
                WEEK,
                before -> {
                    List<Entry> all = new ArrayList<>(before);
                    all.addAll(more);
                    return all;
                },
                0);
    }

    private String raw() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /** The ids in the order in which they stand in the file. */
    private static List<String> order(Path file, List<Entry> entries) throws IOException {
        String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
        return entries.stream()
                .map(Entry::id)
                .sorted(Comparator.comparingInt(raw::indexOf))
                .toList();
    }

    @Test
    void an_entry_comes_back_as_it_was_written() {
        try (SqliteStorage storage = SqliteStorage.open(folder.resolve("clausebot.db"))) {
            LogRows rows = storage.questionLog();
            add(rows, List.of(entry(1, WEEK), entry(2, WEEK)));
            rows.rewrite(SchoolId.DEFAULT, WEEK, before -> before, 3);
            rows.rewrite(SchoolId.DEFAULT, WEEK, before -> before, 1);

            assertThat(rows.entries(SchoolId.DEFAULT, WEEK)).containsExactlyInAnyOrder(entry(1, WEEK), entry(2, WEEK));
            assertThat(rows.entries(new SchoolId("other"), WEEK)).isEmpty();
            assertThat(rows.urgent(SchoolId.DEFAULT, WEEK)).isEqualTo(4);
        }
    }

    @Test
    void the_order_of_the_rows_in_the_file_does_not_tell_the_order_in_which_questions_came() throws Exception {
        List<Entry> entries =
                IntStream.range(0, 120).mapToObj(i -> entry(i, WEEK)).toList();
        List<List<String>> orders = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            List<Entry> arriving = new ArrayList<>(entries);
            Collections.shuffle(arriving, new Random(run));
            Path file = folder.resolve("run-" + run + ".db");
            try (SqliteStorage storage = SqliteStorage.open(file)) {
                for (int i = 0; i < arriving.size(); i += 12) {
                    add(storage.questionLog(), arriving.subList(i, i + 12));
                    assertThat(Files.size(folder.resolve("run-" + run + ".db-wal")))
                            .isZero();
                }
            }
            orders.add(order(file, entries));
        }
        assertThat(orders).allSatisfy(order -> assertThat(order).isEqualTo(orders.getFirst()));
    }

    @Test
    void of_purged_weeks_nothing_can_be_read_from_the_file() throws Exception {
        IsoWeek old = new IsoWeek(2026, 20);
        try (SqliteStorage storage = SqliteStorage.open(folder.resolve("clausebot.db"))) {
            LogRows rows = storage.questionLog();
            rows.rewrite(
                    SchoolId.DEFAULT,
                    old,
                    before ->
                            IntStream.range(0, 50).mapToObj(i -> entry(i, old)).toList(),
                    2);
            add(rows, List.of(entry(77, WEEK)));
            assertThat(raw()).contains("question number 33");

            assertThat(rows.purge(new IsoWeek(2026, 21))).isEqualTo(50);

            assertThat(raw()).doesNotContain("question number 33", "2026-W20").contains("question number 77");
            assertThat(rows.urgent(SchoolId.DEFAULT, old)).isZero();
        }
    }

    @Test
    void the_file_holds_of_what_was_typed_the_redacted_words_alone_and_of_those_who_want_no_log_a_hash()
            throws Exception {
        try (SqliteStorage storage = SqliteStorage.open(folder.resolve("clausebot.db"))) {
            QueryLog log = log(storage);
            Asker asker = new Asker(SchoolId.DEFAULT, "slack", "T0AAA:U0QUIETPERSON", false);
            log.record(asked(asker, "can i add Zebedee Okonkwo of 14 Beech Road, zeb@x.example, to my group"));
            log.flush();
            log.turn(asker, false);

            assertThat(raw())
                    .contains("can i add [name] of [address], [email], to my group")
                    .doesNotContain("Zebedee", "Okonkwo", "Beech", "zeb@", "U0QUIET", "2026-11-20");
            assertThat(raw().toLowerCase(Locale.ROOT)).doesNotContain("quietperson");
        }
    }

    @Test
    void while_another_has_the_database_locked_taking_down_returns_at_once_and_nothing_is_lost() throws Exception {
        try (SqliteStorage storage = SqliteStorage.open(folder.resolve("clausebot.db"))) {
            QueryLog log = log(storage);
            Asker asker = new Asker(SchoolId.DEFAULT, "web", "session", true);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("clausebot.db"));
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                // To wait for the lock takes five seconds, for each.
                long begun = System.nanoTime();
                for (int i = 0; i < 50; i++) {
                    log.record(asked(asker, "can i"));
                }
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(4_900));
                log.flush();
                statement.execute("ROLLBACK");
            }
            assertThat(storage.questionLog().entries(SchoolId.DEFAULT, WEEK)).isEmpty();
            log.flush();
            assertThat(storage.questionLog().entries(SchoolId.DEFAULT, WEEK)).hasSize(50);
        }
    }

    private static QueryLog log(SqliteStorage storage) {
        return new QueryLog(
                new QueryLog.Settings(true, 26, Duration.ofMinutes(10), 100),
                storage.questionLog(),
                Redaction.plain(),
                text -> Integer.toHexString(text.hashCode()),
                new SimpleMeterRegistry(),
                CLOCK);
    }

    private static Asked asked(Asker by, String words) {
        return new Asked(by, words, Outcome.NOT_COVERED, List.of(), 0.2, "en", Duration.ZERO);
    }
}
