package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.desk.owner.OwnerSite;
import org.clausebot.http.Access;
import org.clausebot.http.Response;
import org.clausebot.insight.SchoolLog;
import org.clausebot.insight.SchoolLog.Question;
import org.clausebot.insight.StaffWords;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.Outcome;
import org.clausebot.querylog.Period;
import org.clausebot.querylog.Slices;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the counts, the words and the gaps tell of one person is measured where they are made. Here: no page, file or PDF of
 * the policy desk tells anything more. Of two schools in which one question more was asked in the one, and in which those
 * tell the same, all that can be read at the desk in two successive weeks is the same to the byte.
 */
class PagesTellNoMoreTest {
    private static final List<String> QUERIES = List.of(
            "friend", "parent OR photo", "brassband", "\"friend a parent\"", "number:2.1.5", "can AND NOT phone", "(");
    private static final Question ANSWERED = new Question(
            SchoolLog.LAST, Outcome.QUOTED, "slack", "2.1.5", "can i friend a parent", Optional.of(Verdict.HELPFUL));
    private static final Question GAP =
            new Question(SchoolLog.LAST, Outcome.NOT_COVERED, "web", "", "is the brassband covered", Optional.empty());
    /** Schools that are looked at until enough of them are found in which the same is told. */
    private static final int MOST_SCHOOLS = 12;

    @TempDir
    private static Path folder;

    private static Program program;
    private static Map<String, String> settings;

    @BeforeAll
    static void open() throws Exception {
        Path index = SmallIndex.in(folder.resolve("index"));
        settings = Map.of(
                "CLAUSEBOT_FOLDERS_INDEX", index.toString(),
                "CLAUSEBOT_MAIL_HOST", "localhost",
                "CLAUSEBOT_MAIL_PORT", "1",
                "CLAUSEBOT_MAIL_SECURITY", "none",
                "CLAUSEBOT_MAIL_FROM", "bot@school.test",
                "CLAUSEBOT_DESK_ADDRESS", "http://localhost:8080/desk");
        program = Program.open(TestRun.config(folder.resolve("program"), settings), TestRun.CLOCK);
    }

    @AfterAll
    static void close() {
        program.close();
    }

    /** A school's log and the desk upon it, as the program puts it together. */
    private static final class School implements AutoCloseable {
        final SteppingClock clock = new SteppingClock(SchoolLog.AFTER);
        private final Path data;
        private final Config config;
        private final SqliteStorage storage;
        private final LogPart log;
        private final GapsDesk gaps;
        private final ReadingDesk reading;

        School(Path data, SchoolLog asked) throws Exception {
            this.data = data;
            config = TestRun.config(data, settings);
            Files.createDirectories(data);
            storage = SqliteStorage.open(data.resolve("clausebot.db"));
            for (int number = SchoolLog.FIRST; number <= SchoolLog.LAST; number++) {
                IsoWeek week = new IsoWeek(2026, number);
                storage.questionLog()
                        .rewrite(SchoolId.DEFAULT, week, before -> asked.entries(SchoolId.DEFAULT, week), 0);
            }
            log = LogPart.open(config, program, storage, new SimpleMeterRegistry(), clock);
            gaps = GapsDesk.open(program, log, storage, () -> {}, clock);
            gaps.refresh();
            reading = ReadingDesk.open(
                    config, program, log.slices(), storage, () -> URI.create("http://localhost:8080/"), clock);
        }

        /** All that the pages are made of. */
        List<Object> told() {
            Slices slices = log.slices();
            List<Object> told = new ArrayList<>();
            for (IsoWeek week : slices.weeks()) {
                told.add(slices.outcomes(SchoolId.DEFAULT, week));
            }
            for (Period block : slices.blocks()) {
                IsoWeek first = block.first();
                told.add(slices.blockOutcomes(SchoolId.DEFAULT, first));
                told.add(slices.channels(SchoolId.DEFAULT, first, List.of("web", "slack", "teams", "terminal")));
                told.add(slices.clauses(SchoolId.DEFAULT, first));
                told.add(slices.verdicts(SchoolId.DEFAULT, first));
                told.add(slices.clauseVerdicts(SchoolId.DEFAULT, first));
            }
            for (Slices.View view : Slices.View.values()) {
                told.add(slices.kept(view, SchoolId.DEFAULT));
            }
            told.add(new StaffWords(log.rows(), slices).of(SchoolId.DEFAULT));
            told.add(gaps.shown().groups(SchoolId.DEFAULT));
            told.add(gaps.shown().in(SchoolId.DEFAULT, LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1)));
            return told;
        }

        /** Of this week and of the next. */
        Map<String, String> read(boolean leaks) throws Exception {
            Map<String, String> all = new HashMap<>();
            try (OwnerSite site = new OwnerSite(data, clock, (audit, pages) -> PolicyDesk.of(new PolicyDesk.Parts(
                            config,
                            program,
                            log,
                            reading,
                            gaps,
                            storage,
                            () -> Optional.of(OwnerSite.school()),
                            audit,
                            pages,
                            clock))
                    .routes()
                    .get("/desk/policies/leak", Access.RECEIVER, request -> Response.html(200, leaks ? exact() : "")))) {
                String round = asked(site);
                DeskReader reader = new DeskReader(site, QUERIES);
                reader.all().forEach((at, page) -> all.put("first " + at, page));
                all.put("first leak", site.get(OwnerSite.OWNER, "/desk/policies/leak").body());
                clock.pass(Duration.ofDays(7));
                gaps.refresh();
                reader.all().forEach((at, page) -> all.put("second " + at, page));
                Map<String, String> named = new HashMap<>();
                all.forEach((at, page) -> named.put(
                        at.replace(round, "ROUND"),
                        page.replace(round, "ROUND").replaceAll("/staff/[^/\"]+/remove", "/staff/PERSON/remove")));
                return named;
            }
        }

        /** Staff are asked to read the policy, so that there is a list to save. Its id and theirs are drawn by lot. */
        private static String asked(OwnerSite site) throws Exception {
            String at = "/desk/policies/acknowledgements";
            site.post(OwnerSite.OWNER, at + "/staff", Map.of("list", "Ann Lee, ann@school.example"));
            String hash = site.page(OwnerSite.OWNER, at + "/ask/social-media")
                    .expectFirst("input[name=hash]")
                    .val();
            String round = site.post(OwnerSite.OWNER, at + "/ask/social-media", Map.of("hash", hash, "weeks", "0"))
                    .headers()
                    .firstValue("location")
                    .orElseThrow();
            return round.replaceFirst(".*/requests/", "").replaceFirst("\\?.*", "");
        }

        private String exact() {
            return Stream.of(SchoolLog.LAST)
                    .map(week -> log.rows()
                            .entries(SchoolId.DEFAULT, new IsoWeek(2026, week))
                            .size())
                    .toList()
                    .toString();
        }

        @Override
        public void close() {
            reading.close();
            gaps.close();
            log.close();
            storage.close();
        }
    }

    /** Two schools with the same secret: in the second {@code more} was asked besides. */
    private static List<School> pair(int seed, List<Question> more) throws Exception {
        Path home = Files.createTempDirectory(folder, "school");
        List<Question> others = SchoolLog.others(seed, seed);
        School first = new School(home.resolve("a"), new SchoolLog(seed).with(others));
        Files.createDirectories(home.resolve("b"));
        try (Stream<Path> keys = Files.walk(home.resolve("a/keys"))) {
            for (Path key : keys.toList()) {
                Files.copy(
                        key,
                        home.resolve("b").resolve(home.resolve("a").relativize(key)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return List.of(first, new School(home.resolve("b"), new SchoolLog(seed).with(others).with(more)));
    }

    private static Map<String, String> differing(Map<String, String> one, Map<String, String> other) {
        Map<String, String> differing = new HashMap<>();
        one.forEach((at, page) -> {
            if (!page.equals(other.get(at))) {
                differing.put(at, page);
            }
        });
        other.keySet().stream().filter(at -> !one.containsKey(at)).forEach(at -> differing.put(at, "new"));
        return differing;
    }

    @Test
    void where_the_same_is_told_every_page_and_every_file_is_the_same() throws Exception {
        for (Question more : List.of(ANSWERED, GAP)) {
            boolean found = false;
            for (int seed = 1; seed <= MOST_SCHOOLS && !found; seed++) {
                List<School> two = pair(seed, List.of(more));
                try (School first = two.getFirst();
                        School second = two.getLast()) {
                    if (first.told().equals(second.told())) {
                        found = true;
                        boolean leaks = more == GAP;
                        Map<String, String> one = first.read(leaks);
                        Map<String, String> other = second.read(leaks);
                        assertThat(one.keySet())
                                .hasSizeGreaterThan(60)
                                .contains(
                                        "first /desk/policies/overview/questions.csv",
                                        "second /desk/policies/clauses/social-media.csv?block=all",
                                        "second /desk/policies/report/2026-autumn/report.pdf",
                                        "first /desk/policies/acknowledgements/requests/ROUND/list.csv",
                                        "second /desk/policies/gaps.csv");
                        // A page that counts to the last is seen: so would any other be.
                        assertThat(differing(one, other).keySet())
                                .containsExactlyElementsOf(leaks ? List.of("first leak") : List.of());
                    }
                }
            }
            assertThat(found).as("a school in which nothing more is told").isTrue();
        }
    }
}
