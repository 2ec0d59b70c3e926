package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Asker;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Outcome;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program: what of a day's questions and reports is in the log, and on the disk. */
class QuestionLogTest {
    @TempDir
    private Path folder;

    @Test
    void questions_are_logged_without_names_and_reports_and_those_who_want_no_log_are_not() throws Exception {
        Path data = folder.resolve("var");
        IsoWeek week;
        try (ReportingSite site = new ReportingSite(data)) {
            week = IsoWeek.of(LocalDate.ofInstant(site.clock.instant(), site.clock.getZone()));
            site.staff().say(List.of("can I be friends with Zebedee Quillfeather's mum on facebook?"));
            // Her name is in school.yaml.
            site.staff().say(List.of("may I text Amina on my own phone?"));
            Browser quiet = site.staff();
            quiet.say(List.of("log off", "can I put quokkas on instagram?"));
            Browser reporter = site.staff();
            reporter.say(List.of(
                    "Report contact from a pupil",
                    "no",
                    "can a pupil called Wilhelmstrasse have my number?",
                    "cancel",
                    "yes",
                    "can i write to Wilhelmstrasse now?"));
        }
        try (SqliteStorage storage = SqliteStorage.open(data.resolve("clausebot.db"))) {
            LogRows rows = storage.questionLog();
            List<Entry> entries = rows.entries(SchoolId.DEFAULT, week);
            assertThat(entries)
                    .extracting(Entry::words)
                    .containsExactlyInAnyOrder(
                            "can I be friends with [name]'s mum on facebook?", "may I text [name] on my own phone?");
            assertThat(entries).allSatisfy(entry -> {
                assertThat(entry.outcome()).isIn(Outcome.QUOTED, Outcome.NEAREST);
                assertThat(entry.clauses()).isNotEmpty();
                assertThat(entry.channel()).isEqualTo("web");
            });
        }
        assertThat(new WordsSought(Set.of("Zebedee", "Quillfeather", "quokkas", "Wilhelmstrasse"))
                        .in(data, Set.of("school.yaml")))
                .isEmpty();
        assertThat(Files.readString(data.resolve("clausebot.db"), StandardCharsets.ISO_8859_1))
                .contains("can I be friends with [name]");
    }

    @Test
    void what_is_too_old_is_gone_when_the_program_has_started_and_a_school_can_have_no_log() throws Exception {
        Path data = folder.resolve("var");
        try (ReportingSite site = new ReportingSite(data)) {
            site.staff().say(List.of("can I be friends with a parent on facebook?"));
        }
        Config config = TestRun.config(data, Map.of("CLAUSEBOT_LOG_QUESTIONS", "false", "CLAUSEBOT_LOG_WEEKS", "3"));
        SteppingClock clock = new SteppingClock(Instant.parse("2026-11-22T15:10:00Z"));
        clock.pass(Duration.ofDays(28));
        try (Program program = Program.open(config, clock);
                SqliteStorage storage = SqliteStorage.open(data.resolve("clausebot.db"));
                LogPart log = LogPart.open(config, program, storage, new SimpleMeterRegistry(), clock)) {
            log.log().purge();
            assertThat(storage.questionLog().entries(SchoolId.DEFAULT, new IsoWeek(2026, 47)))
                    .isEmpty();
            assertThat(log.log().takes(new Asker(SchoolId.DEFAULT, "web", "a", true)))
                    .isFalse();
        }
        assertThat(Files.readString(data.resolve("clausebot.db"), StandardCharsets.ISO_8859_1))
                .doesNotContain("can I be friends with a parent");
    }
}
