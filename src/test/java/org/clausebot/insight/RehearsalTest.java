package org.clausebot.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.clausebot.insight.Rehearsed.Line;
import org.clausebot.insight.Rehearsed.Source;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Outcome;
import org.clausebot.search.TestPolicies;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    private static final IsoWeek WEEK = new IsoWeek(2026, 41);
    private static final Instant AFTER = Instant.parse("2026-11-20T10:00:00Z");
    private static final Policy IN_FORCE = TestPolicies.of(
            "social-media",
            "2.1",
            "Staff should not accept friend requests from pupils.",
            "2.2",
            "Staff must keep their passwords to themselves.",
            "2.3",
            "Staff must not photograph pupils on their own telephones.");
    /** A clause is put in, so that the next are renumbered; one is weakened, one is gone. */
    private static final Policy DRAFT = TestPolicies.of(
            "social-media",
            "2.1",
            "Staff may wear a smart watch in class when its messages are off.",
            "2.2",
            "Staff should not accept friend requests from pupils.",
            "2.3",
            "Staff should keep their passwords to themselves.");

    private static final Map<String, String> BEFORE = Map.of(
            "a pupil wants to be friends", "2.1",
            "can I tell my password", "2.2",
            "photo on my phone", "2.3",
            "share a login", "2.2",
            "hi", "hello");
    private static final Map<String, String> AFTERWARDS = Map.of(
            "a pupil wants to be friends", "2.2",
            "can I tell my password", "2.3",
            "photo on my phone", "?2.1",
            "share a login", "2.1",
            "smart watch", "2.1",
            "hi", "hello");
    private static final List<String> MEASURING = List.of(
            "a pupil wants to be friends",
            "can I tell my password",
            "photo on my phone",
            "share a login",
            "smart watch",
            "dogs in school",
            "hi");

    @TempDir
    private Path folder;

    private static Rehearsal.Progress heard(AtomicInteger most) {
        return new Rehearsal.Progress() {
            @Override
            public void at(int done, int all) {
                most.accumulateAndGet(done, Math::max);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    private static RehearsalRun.Play play(Map<String, String> before, Map<String, String> after, String key) {
        ScriptedStage stage = new ScriptedStage(IN_FORCE, before, DRAFT, after);
        return new RehearsalRun.Play(SchoolId.DEFAULT, new Rehearsal(stage, IN_FORCE, DRAFT, 2), IN_FORCE, DRAFT, key);
    }

    private static Rehearsed plain() {
        return new RehearsalRun(Optional.empty(), AskedAlike.NONE)
                .play(play(BEFORE, AFTERWARDS, "key"), MEASURING, heard(new AtomicInteger()));
    }

    private static Line of(Rehearsed rehearsed, String words) {
        return rehearsed.lines().stream()
                .filter(line -> line.ask().words().equals(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_question_comes_out_as_what_the_draft_does_to_its_answer() {
        Rehearsed rehearsed = plain();

        Map<String, Effect> effects = new HashMap<>();
        rehearsed.lines().forEach(line -> effects.put(line.ask().words(), line.effect()));
        assertThat(effects)
                .containsOnly(
                        Map.entry("a pupil wants to be friends", Effect.UNCHANGED),
                        Map.entry("can I tell my password", Effect.CHANGED_STRENGTH),
                        Map.entry("photo on my phone", Effect.LOST),
                        Map.entry("share a login", Effect.CHANGED_CLAUSE),
                        Map.entry("smart watch", Effect.NEWLY_ANSWERED),
                        Map.entry("dogs in school", Effect.STILL_A_GAP));
        assertThat(rehearsed.has(Effect.LOST)).isTrue();
    }

    @Test
    void a_clause_that_only_has_another_number_is_the_same_clause() {
        Line line = of(plain(), "a pupil wants to be friends");

        assertThat(line.renumbered()).isTrue();
        assertThat(line.reworded()).isFalse();
        assertThat(line.before().clause().orElseThrow().address()).isEqualTo("2.1");
        assertThat(line.after().clause().orElseThrow().address()).isEqualTo("2.2");
        assertThat(of(plain(), "can I tell my password").reworded()).isTrue();
    }

    @Test
    void a_draft_that_is_the_version_in_force_changes_nothing() {
        ScriptedStage stage = new ScriptedStage(IN_FORCE, BEFORE, IN_FORCE, BEFORE);
        Rehearsed rehearsed = new RehearsalRun(Optional.empty(), AskedAlike.NONE)
                .play(
                        new RehearsalRun.Play(
                                SchoolId.DEFAULT, new Rehearsal(stage, IN_FORCE, IN_FORCE, 1), IN_FORCE, IN_FORCE, "k"),
                        MEASURING,
                        heard(new AtomicInteger()));

        assertThat(rehearsed.lines()).extracting(Line::effect).containsOnly(Effect.UNCHANGED, Effect.STILL_A_GAP);
        assertThat(rehearsed.lines()).noneMatch(Line::renumbered);
    }

    @Test
    void a_draft_of_another_policy_is_not_compared() {
        Policy other = TestPolicies.of("leave", "1.1", "Ask the office.");
        ScriptedStage stage = new ScriptedStage(IN_FORCE, Map.of(), other, Map.of());
        assertThatThrownBy(() -> new Rehearsal(stage, IN_FORCE, other, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void progress_is_heard_to_the_end_and_can_end_it() {
        AtomicInteger most = new AtomicInteger();
        new RehearsalRun(Optional.empty(), AskedAlike.NONE).play(play(BEFORE, AFTERWARDS, "k"), MEASURING, heard(most));
        assertThat(most).as("hundredths").hasValue(100);

        AtomicInteger asked = new AtomicInteger();
        Rehearsal.Progress impatient = new Rehearsal.Progress() {
            @Override
            public void at(int done, int all) {
                asked.incrementAndGet();
            }

            @Override
            public boolean cancelled() {
                return asked.get() > 0;
            }
        };
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            many.add("question " + i);
        }
        assertThatThrownBy(() -> new RehearsalRun(Optional.empty(), AskedAlike.NONE)
                        .play(play(BEFORE, AFTERWARDS, "k"), many, impatient))
                .isInstanceOf(CancellationException.class);
        assertThat(asked.get()).isLessThan(10);
    }

    private static MemoryLog log() {
        MemoryLog log = new MemoryLog();
        log.add(WEEK, Outcome.QUOTED, "photo on my phone", List.of(), 90);
        log.add(WEEK, Outcome.QUOTED, "a pupil wants to be friends", List.of(), 60);
        log.add(WEEK, Outcome.NOT_COVERED, "smart watch", List.of(), 3);
        log.add(WEEK, Outcome.NOT_COVERED, "my own secret question", List.of(), 1);
        return log;
    }

    private Rehearsed logged(
            MemoryLog log, RehearsalTurns turns, AskedAlike alike, String key, Map<String, String> after) {
        RehearsalRun run =
                new RehearsalRun(Optional.of(new RehearsalRun.Log(log, log.slices("key", AFTER), turns)), alike);
        return run.play(play(BEFORE, after, key), List.of("share a login"), heard(new AtomicInteger()));
    }

    private static RehearsalTurns always() {
        return (school, block, draft) -> true;
    }

    @Test
    void of_the_log_only_numbers_are_told_in_fives_and_none_of_fewer_than_five() {
        Rehearsed rehearsed = logged(log(), always(), AskedAlike.NONE, "key", AFTERWARDS);

        OptionalInt counted = Objects.requireNonNull(rehearsed.logged().get(Effect.LOST));
        int lost = counted.orElseThrow();
        assertThat(lost % 5).isZero();
        assertThat(lost).isBetween(40, 140);
        assertThat(rehearsed.logged().get(Effect.UNCHANGED)).isPresent();
        assertThat(rehearsed.logged().get(Effect.NEWLY_ANSWERED)).isEmpty();
        assertThat(rehearsed.logged().get(Effect.STILL_A_GAP)).isEmpty();
        assertThat(rehearsed.lines()).extracting(line -> line.ask().words()).containsExactly("share a login");
        assertThat(RehearsalCsv.of(rehearsed)).doesNotContain("secret", "smart watch", "photo");
        assertThat(rehearsed.toString()).doesNotContain("secret");
    }

    @Test
    void a_question_that_a_draft_was_made_for_is_in_no_number_whatever_the_error() {
        Map<String, String> made = new HashMap<>(AFTERWARDS);
        made.put("my own secret question", "2.1");
        for (int i = 0; i < 60; i++) {
            assertThat(logged(log(), always(), AskedAlike.NONE, "draft " + i, made)
                            .logged()
                            .get(Effect.NEWLY_ANSWERED))
                    .isEmpty();
        }
    }

    @Test
    void the_same_draft_has_the_same_numbers_and_another_draft_has_another_error() {
        Map<Effect, OptionalInt> first =
                logged(log(), always(), AskedAlike.NONE, "one", AFTERWARDS).logged();
        assertThat(logged(log(), always(), AskedAlike.NONE, "one", AFTERWARDS).logged())
                .isEqualTo(first);

        long others = List.of("two", "three", "four", "five", "six", "seven").stream()
                .map(key -> logged(log(), always(), AskedAlike.NONE, key, AFTERWARDS)
                        .logged()
                        .get(Effect.LOST))
                .distinct()
                .count();
        assertThat(others).isGreaterThan(1);
    }

    @Test
    void the_log_is_counted_for_two_drafts_in_four_weeks_whatever_they_are_and_through_restarts() {
        Path file = folder.resolve("turns.db");
        List<Boolean> counted = new ArrayList<>();
        for (String key : List.of("one", "two", "one", "three", "two", "four")) {
            try (SqliteStorage storage = SqliteStorage.open(file)) {
                Rehearsed rehearsed = logged(log(), storage.rehearsalTurns(), AskedAlike.NONE, key, AFTERWARDS);
                counted.add(rehearsed.notCounted().isEmpty());
                assertThat(rehearsed.logged().isEmpty())
                        .isEqualTo(!rehearsed.notCounted().isEmpty());
            }
        }
        assertThat(counted).containsExactly(true, true, true, false, true, false);
        try (SqliteStorage storage = SqliteStorage.open(file)) {
            RehearsalTurns turns = storage.rehearsalTurns();
            assertThat(turns.take(SchoolId.DEFAULT, new IsoWeek(2026, 45), "five"))
                    .isTrue();
            assertThat(turns.take(new SchoolId("other"), new IsoWeek(2026, 41), "five"))
                    .isTrue();
        }
    }

    @Test
    void what_the_desk_shows_anyway_is_rehearsed_in_its_words_whichever_draft_it_is() {
        AskedAlike alike = school -> List.of(new AskedAlike.Group("smart watch", 25));
        Rehearsed rehearsed = logged(log(), (school, block, draft) -> false, alike, "key", AFTERWARDS);

        assertThat(rehearsed.lines(Source.STAFF, Effect.NEWLY_ANSWERED))
                .singleElement()
                .satisfies(line -> assertThat(line.ask().about()).isEqualTo(25));
        assertThat(rehearsed.logged()).isEmpty();
        assertThat(rehearsed.notCounted()).contains("2 drafts");
    }

    @Test
    void a_spreadsheet_gets_no_formula() {
        Map<String, String> before = Map.of("=cmd|' /C calc'!A0", "2.1");
        Rehearsed rehearsed = new RehearsalRun(Optional.empty(), AskedAlike.NONE)
                .play(play(before, Map.of(), "k"), List.of("=cmd|' /C calc'!A0"), heard(new AtomicInteger()));

        assertThat(RehearsalCsv.of(rehearsed).lines().toList().get(1)).startsWith("lost,measuring,,'=cmd");
    }

    @Test
    void measuring_questions_are_those_of_the_policy_and_of_files_of_that_form() throws Exception {
        Path questions = Files.createDirectory(folder.resolve("questions"));
        Files.writeString(questions.resolve("own.tsv"), """
                id\tquestion\tgold\tkind\ttags
                A\tof this one\t2.1:2\tanswerable\t
                B\tof another\tleave/1.1:2\tanswerable\t
                C\tof this one by name\tsocial-media/2.9:2\tanswerable\t
                D\tof none\t\tunanswerable\t
                """, StandardCharsets.UTF_8);
        Files.writeString(
                questions.resolve("leave.tsv"),
                "id\tquestion\tgold\tkind\ttags\nE\tleave\tleave/1.1:2\tanswerable\t\nF\tnone\t\tunanswerable\t\n",
                StandardCharsets.UTF_8);
        Files.writeString(questions.resolve("urgent.tsv"), "text\turgent\tflow\nhelp\tyes\t\n", StandardCharsets.UTF_8);

        assertThat(MeasuringQuestions.in(questions, IN_FORCE))
                .containsExactly("of this one", "of this one by name", "of none");
        assertThat(MeasuringQuestions.in(folder.resolve("nowhere"), IN_FORCE)).isEmpty();
    }

    @Test
    void every_effect_has_a_number_even_where_it_happens_to_none() {
        Map<Effect, Integer> expected = new EnumMap<>(Effect.class);
        for (Effect effect : Effect.values()) {
            expected.put(effect, 1);
        }
        assertThat(plain().counts(Source.MEASURING)).isEqualTo(expected);
        assertThat(plain().counts(Source.STAFF).values()).containsOnly(0);
    }
}
