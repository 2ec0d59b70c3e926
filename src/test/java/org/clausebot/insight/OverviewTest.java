package org.clausebot.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.clausebot.insight.Overview.Change;
import org.clausebot.insight.Overview.Report;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.Outcome;
import org.junit.jupiter.api.Test;

class OverviewTest {
    private static Report report(LogWorld world, Instant now) {
        return new Overview(world.slices(now), Clock.fixed(now, ZoneOffset.UTC)).of(SchoolId.DEFAULT);
    }

    /** Two blocks: in the second 2.1.5 is asked for much more, 3.1 no more, and a few things too seldom to be shown. */
    private static LogWorld autumn() {
        LogWorld world = new LogWorld(1);
        for (int week = 37; week <= 44; week++) {
            boolean later = week >= 41;
            for (int i = 0; i < 100; i++) {
                String clause = i < (later ? 60 : 15) ? "2.1.5" : i < 70 ? "2.4.6" : later ? "" : "3.1";
                Optional<Verdict> verdict = clause.isEmpty() || i % 2 == 0
                        ? Optional.empty()
                        : Optional.of(i % 5 == 0 ? Verdict.NOT_ASKED : Verdict.HELPFUL);
                Outcome outcome = clause.isEmpty() ? Outcome.NOT_COVERED : Outcome.QUOTED;
                world.ask(new IsoWeek(2026, week), outcome, i < 90 ? "slack" : "web", "", clause, verdict);
            }
            world.ask(new IsoWeek(2026, week), Outcome.NEAREST, "web", "", "1.4#2");
            world.urgent(new IsoWeek(2026, week), 2);
        }
        return world;
    }

    @Test
    void an_empty_log_shows_no_number_and_says_when_the_first_may_come() {
        Report report = report(new LogWorld(1), LogWorld.NOVEMBER);
        assertThat(report.isEmpty()).isTrue();
        // 20 November 2026 is a Friday.
        assertThat(report.next()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(report(new LogWorld(1), Instant.parse("2026-11-25T10:00:00Z")).next())
                .isEqualTo(LocalDate.of(2026, 12, 2));
    }

    @Test
    void weeks_and_blocks_begin_with_the_first_that_shows_a_number() {
        Report report = report(autumn(), LogWorld.NOVEMBER);
        assertThat(report.weeks().getFirst().week()).isEqualTo(new IsoWeek(2026, 37));
        assertThat(report.blocks())
                .extracting(Overview.Block::first)
                .containsExactly(new IsoWeek(2026, 37), new IsoWeek(2026, 41));
    }

    @Test
    void what_is_too_few_is_left_out_and_never_made_up() {
        Report report = report(autumn(), LogWorld.NOVEMBER);
        assertThat(report.weeks())
                .allSatisfy(week -> assertThat(week.outcomes().urgent()).isEmpty())
                .allSatisfy(week -> assertThat(week.outcomes().nearest()).isEmpty());
        assertThat(report.blocks().getLast().clauses())
                .extracting(Overview.Used::address)
                .doesNotContain("1.4#2");
    }

    @Test
    void questions_of_a_week_are_the_sum_of_what_is_shown_of_it() {
        Report report = report(autumn(), LogWorld.NOVEMBER);
        Overview.Outcomes week = report.weeks().getFirst().outcomes();
        assertThat(week.asked()).isEqualTo(week.answered());
        assertThat(week.isWhole()).isFalse();
        Overview.Outcomes later = report.weeks().stream()
                .map(Overview.Week::outcomes)
                .filter(w -> w.notCovered().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(later.asked().orElseThrow())
                .isEqualTo(later.answered().orElseThrow() + later.notCovered().orElseThrow());
    }

    @Test
    void numbers_are_near_the_true_ones() {
        Report report = report(autumn(), LogWorld.NOVEMBER);
        Overview.Block last = report.blocks().getLast();
        assertThat(last.clauses().getFirst()).extracting(Overview.Used::address).isEqualTo("2.1.5");
        assertThat(last.clauses().getFirst().about()).isBetween(200, 280);
        assertThat(last.channels().getOrDefault("slack", OptionalInt.empty()).orElseThrow())
                .isBetween(240, 480);
        assertThat(last.helpful().orElseThrow()).isBetween(60, 170);
    }

    @Test
    void what_is_too_rare_in_each_block_is_shown_of_all_together() {
        LogWorld small = new LogWorld(3);
        for (int week = 21; week <= 44; week++) {
            for (int i = 0; i < 8; i++) {
                small.ask(new IsoWeek(2026, week), Outcome.QUOTED, "web", "", i < 3 ? "2.1.5" : "2.4.6");
            }
        }
        Report report = report(small, LogWorld.NOVEMBER);
        assertThat(report.weeks()).hasSizeLessThan(24);
        Overview.Block kept = report.kept().orElseThrow();
        assertThat(kept.first()).isEqualTo(new IsoWeek(2026, 21));
        assertThat(kept.last()).isEqualTo(new IsoWeek(2026, 44));
        assertThat(kept.outcomes().answered().orElseThrow()).isBetween(110, 270);
        assertThat(kept.clauses()).extracting(Overview.Used::address).contains("2.4.6");
    }

    @Test
    void only_what_rose_or_fell_by_more_than_the_noise_is_told() {
        Report report = report(autumn(), LogWorld.NOVEMBER);
        assertThat(report.changes())
                .extracting(Change::address, Change::rose)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("2.1.5", true),
                        org.assertj.core.groups.Tuple.tuple("2.4.6", false),
                        org.assertj.core.groups.Tuple.tuple("3.1", false));
        LogWorld steady = new LogWorld(2);
        for (int week = 37; week <= 44; week++) {
            steady.askTimes(30, new IsoWeek(2026, week), "", "2.1.5");
        }
        assertThat(report(steady, LogWorld.NOVEMBER).changes()).isEmpty();
    }
}
