package org.clausebot.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clausebot.insight.GovernorsReport.Block;
import org.clausebot.insight.GovernorsReport.Came;
import org.clausebot.insight.GovernorsReport.Change;
import org.clausebot.insight.GovernorsReport.Told;
import org.clausebot.insight.Publications.Publication;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Asked;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.Outcome;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.api.Test;

class GovernorsReportTest {
    private static final Policy POLICY = TestPolicies.of("social-media", "2.1", "Staff should not accept requests.");
    private static final Term AUTUMN =
            new Term("Autumn term 2026", "2026-autumn", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31));

    private static List<Entry.Judged> clause(String address) {
        return List.of(new Entry.Judged(
                new Asked.Shown(new ClauseRef(new PolicyId("social-media"), address), "2018-06"), Optional.empty()));
    }

    /** Weeks 35 to 48 of 2026, all alike. */
    private static MemoryLog log() {
        MemoryLog log = new MemoryLog();
        for (int week = 35; week <= 48; week++) {
            log.add(new IsoWeek(2026, week), Outcome.QUOTED, "a question", clause("2.1"), 60);
            log.add(new IsoWeek(2026, week), Outcome.QUOTED, "an old question", clause("9.9"), 40);
            log.add(new IsoWeek(2026, week), Outcome.NOT_COVERED, "smart watch", List.of(), 50);
            log.add(new IsoWeek(2026, week), Outcome.SMALL_TALK, "", List.of(), 90);
        }
        return log;
    }

    private static Told told(Instant now, Publications publications) {
        return new GovernorsReport(log().slices("key", now), Unclear.NONE, publications, () -> List.of(POLICY))
                .of(SchoolId.DEFAULT, AUTUMN);
    }

    @Test
    void it_tells_of_whole_past_weeks_and_blocks_of_the_term_and_of_no_other() {
        Told told = told(Instant.parse("2026-11-23T10:00:00Z"), Publications.NONE);

        // Week 36 begins on the last day of August; week 47 has been over for a day only.
        assertThat(told.weeks()).hasSize(10);
        assertThat(told.weeks().getFirst().monday()).isEqualTo(LocalDate.of(2026, 9, 7));
        assertThat(told.weeks().getLast().monday()).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(told.blocks())
                .extracting(Block::from)
                .containsExactly(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 10, 5));
        assertThat(told.blocks().getFirst().to()).isEqualTo(LocalDate.of(2026, 10, 4));
    }

    @Test
    void its_numbers_are_those_of_the_desk_and_its_clauses_are_to_the_letter() {
        Told told = told(Instant.parse("2026-11-23T10:00:00Z"), Publications.NONE);

        told.weeks().forEach(week -> {
            assertThat(week.about()).containsOnlyKeys(Came.ANSWERED, Came.NEAREST, Came.NOT_COVERED);
            assertThat(week.about().get(Came.NEAREST)).isEmpty();
            assertThat(Objects.requireNonNull(week.about().get(Came.ANSWERED)).orElseThrow() % 5)
                    .isZero();
        });
        assertThat(told.blocks().getFirst().clauses()).hasSize(2).satisfies(uses -> {
            assertThat(uses.getFirst().clause().orElseThrow().text()).isEqualTo("Staff should not accept requests.");
            assertThat(uses.getLast().clause()).as("no longer in force").isEmpty();
        });
    }

    @Test
    void what_a_change_did_is_told_by_the_four_weeks_before_and_after_it() {
        Publications publications = (from, to) -> new ArrayList<>(List.of(
                new Publication(LocalDate.of(2026, 10, 6), POLICY.id(), "Social media", "October", "Watches"),
                new Publication(LocalDate.of(2026, 9, 7), POLICY.id(), "Social media", "September", "")));
        List<Change> changes =
                told(Instant.parse("2026-12-02T10:00:00Z"), publications).changes();

        assertThat(changes.getFirst().before().orElseThrow().from()).isEqualTo(LocalDate.of(2026, 9, 7));
        assertThat(changes.getFirst().after().orElseThrow().from()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(Objects.requireNonNull(changes.getFirst()
                                .before()
                                .orElseThrow()
                                .about()
                                .get(Came.NOT_COVERED))
                        .weeks())
                .isEqualTo(4);
        assertThat(changes.getLast().after().orElseThrow().from()).isEqualTo(LocalDate.of(2026, 9, 7));

        Change tooSoon = told(Instant.parse("2026-11-23T10:00:00Z"), publications)
                .changes()
                .getFirst();
        assertThat(tooSoon.after()).isEmpty();
    }

    @Test
    void a_year_that_ends_in_a_block_of_four_weeks_ends_on_its_last_sunday() {
        MemoryLog log = new MemoryLog();
        Told told = new GovernorsReport(
                        log.slices("key", Instant.parse("2026-02-20T10:00:00Z")),
                        Unclear.NONE,
                        Publications.NONE,
                        () -> List.of(POLICY))
                .of(
                        SchoolId.DEFAULT,
                        new Term(
                                "Autumn term 2025",
                                "2025-autumn",
                                LocalDate.of(2025, 9, 1),
                                LocalDate.of(2025, 12, 31)));
        // 2025 has 52 weeks.
        assertThat(told.blocks().getLast().from()).isEqualTo(LocalDate.of(2025, 12, 1));
        assertThat(told.blocks().getLast().to()).isEqualTo(LocalDate.of(2025, 12, 28));
    }
}
