package org.clausebot.querylog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryLogTest {
    private static final IsoWeek WEEK = new IsoWeek(2026, 47);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    private static final ClauseRef CLAUSE = new ClauseRef(new PolicyId("social-media"), "2.1.5");
    private static final Asked.Shown SHOWN = new Asked.Shown(CLAUSE, "2018-06");

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private SqliteStorage storage;
    private FailingRows rows;
    private QueryLog log;

    @BeforeEach
    void open() {
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
        rows = new FailingRows(storage.questionLog());
        log = log(true, 10);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private QueryLog log(boolean on, int most) {
        return new QueryLog(
                new QueryLog.Settings(on, 26, Duration.ofMinutes(10), most),
                rows,
                Redaction.plain(),
                text -> "hash of " + Integer.toHexString(text.hashCode()),
                meters,
                CLOCK);
    }

    private static Asker person(String name) {
        return new Asker(SchoolId.DEFAULT, "slack", name, false);
    }

    private static Asked question(Asker by, String words) {
        return new Asked(by, words, Outcome.QUOTED, List.of(SHOWN), 0.913, "en", Duration.ofMillis(412));
    }

    private List<Entry> written() {
        return rows.entries(SchoolId.DEFAULT, WEEK);
    }

    private double dropped() {
        return meters.get("clausebot.log.dropped").counter().count();
    }

    @Test
    void an_entry_is_of_a_week_and_holds_nobody_and_no_exact_number() {
        log.record(question(person("T1:U1"), "can i add Mrs Begum"));
        log.flush();

        assertThat(written()).singleElement().satisfies(entry -> {
            assertThat(entry.words()).isEqualTo("can i add [name]");
            assertThat(entry.week()).isEqualTo(WEEK);
            assertThat(entry.channel()).isEqualTo("slack");
            assertThat(entry.score()).isEqualTo(90);
            assertThat(entry.latency()).isEqualTo(Latency.UNDER_1_S);
            assertThat(entry.clauses()).containsExactly(new Entry.Judged(SHOWN, Optional.empty()));
        });
        assertThat(person("T1:U1").toString() + question(person("T1:U1"), "secret"))
                .doesNotContain("U1", "secret");
    }

    @Test
    void an_urgent_message_is_counted_and_leaves_nothing_else() {
        log.record(new Asked(person("a"), "", Outcome.URGENT, List.of(), 0, "en", Duration.ZERO));
        log.record(new Asked(person("b"), "", Outcome.URGENT, List.of(), 0, "en", Duration.ZERO));
        log.flush();

        assertThat(written()).isEmpty();
        assertThat(rows.urgent(SchoolId.DEFAULT, WEEK)).isEqualTo(2);
    }

    @Test
    void what_has_no_room_is_dropped_and_counted() {
        for (int i = 0; i < 25; i++) {
            log.record(question(person("a"), "can i"));
        }
        assertThat(dropped()).isEqualTo(15);
        log.flush();

        assertThat(written()).hasSize(10);
    }

    @Test
    void a_database_that_fails_fails_nobody_and_what_waits_is_written_when_it_works_again() {
        rows.fails = true;
        log.record(question(person("a"), "can i"));
        log.flush();
        log.turn(person("b"), false);
        log.vote(person("a"), CLAUSE, "2018-06", Verdict.HELPFUL);
        log.flush();
        assertThat(written()).isEmpty();
        assertThat(log.takes(person("b"))).isFalse();

        rows.fails = false;
        log.flush();

        assertThat(written()).hasSize(1);
        assertThat(written().getFirst().clauses().getFirst().verdict()).contains(Verdict.HELPFUL);
        assertThat(rows.silent()).hasSize(1);
    }

    @Test
    void while_nothing_can_be_written_no_more_than_the_limit_waits() {
        rows.fails = true;
        for (int i = 0; i < 30; i++) {
            log.record(question(person("a"), "can i"));
            log.flush();
        }
        rows.fails = false;
        log.flush();

        assertThat(written()).hasSize(10);
        assertThat(dropped()).isEqualTo(20);
    }

    @Test
    void who_switches_it_off_is_not_logged_and_stays_so_after_a_restart() {
        log.turn(person("a"), false);
        log = log(true, 10);
        log.record(question(person("a"), "mine"));
        log.record(question(person("b"), "can i"));
        log.flush();

        assertThat(written()).extracting(Entry::words).containsExactly("can i");
        assertThat(log.takes(person("a"))).isFalse();
        assertThat(log.takes(person("b"))).isTrue();

        log.turn(person("a"), true);
        assertThat(rows.silent()).isEmpty();
        assertThat(log.takes(person("a"))).isTrue();
    }

    @Test
    void of_somebody_who_is_known_for_a_session_alone_nothing_is_stored() {
        Asker browser = new Asker(SchoolId.DEFAULT, "web", "session", true);
        log.turn(browser, false);
        log.record(question(browser, "mine"));
        log.flush();

        assertThat(rows.silent()).isEmpty();
        assertThat(written()).isEmpty();
    }

    @Test
    void a_school_that_wants_no_log_has_none() {
        log = log(false, 10);
        log.record(question(person("a"), "can i"));
        log.flush();

        assertThat(written()).isEmpty();
        assertThat(log.takes(person("a"))).isFalse();
    }

    @Test
    void a_vote_finds_the_question_of_its_voter_and_no_other() {
        log.record(question(person("a"), "can i"));
        log.record(question(person("b"), "may i"));
        log.flush();
        log.vote(person("b"), CLAUSE, "2018-06", Verdict.HELPFUL);
        log.vote(person("b"), CLAUSE, "2018-06", Verdict.NOT_ASKED);
        log.vote(person("c"), CLAUSE, "2018-06", Verdict.HELPFUL);
        log.flush();

        assertThat(written())
                .allSatisfy(entry -> assertThat(entry.clauses().getFirst().verdict())
                        .isEqualTo(
                                entry.words().startsWith("may") ? Optional.of(Verdict.NOT_ASKED) : Optional.empty()));
    }

    @Test
    void what_is_older_than_it_may_be_is_deleted() {
        log.record(question(person("a"), "can i"));
        log.flush();
        Clock later = Clock.fixed(CLOCK.instant().plus(Duration.ofDays(7 * 26)), ZoneOffset.UTC);
        QueryLog.Settings settings = new QueryLog.Settings(false, 26, Duration.ofMinutes(10), 10);
        assertThat(new QueryLog(settings, rows, Redaction.plain(), text -> text, meters, later).purge())
                .isZero();
        Clock evenLater = Clock.offset(later, Duration.ofDays(7));
        assertThat(new QueryLog(settings, rows, Redaction.plain(), text -> text, meters, evenLater).purge())
                .isOne();
        assertThat(written()).isEmpty();
    }

    @Test
    void closing_writes_what_waits() {
        log.start();
        log.record(question(person("a"), "can i"));
        log.close();

        assertThat(written()).hasSize(1);
    }
}
