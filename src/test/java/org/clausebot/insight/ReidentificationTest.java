package org.clausebot.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.clausebot.insight.SchoolLog.Question;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Outcome;
import org.clausebot.querylog.Slices;
import org.junit.jupiter.api.Test;

/**
 * What an attacker learns of one person who knows the school and everybody in it, and reads all that the policy desk shows
 * in two successive weeks. Parts of the desk stand in {@link #DESK}; whatever is added to the desk is added there.
 *
 * <p>The last tests break the rules on purpose: a test that a broken desk passes proves nothing.
 */
class ReidentificationTest {
    private static final int KEPT = 26;
    private static final List<String> CHANNELS = List.of("web", "slack", "teams", "terminal");
    private static final List<Shown> DESK = List.of(ReidentificationTest::counts);

    /** One question may change the chances of all that is seen by e^0.6; that is how often the best guess is right. */
    private static final double BOUND = Math.exp(0.6) / (1 + Math.exp(0.6));
    /** Three times the usual error of so many attacks. */
    private static final double CHANCE = 0.06;

    private static final Question LAST_WEEK = new Question(
            SchoolLog.LAST, Outcome.QUOTED, "slack", "2.1.5", "can i friend a parent", Optional.of(Verdict.HELPFUL));
    private static final Question GAP =
            new Question(SchoolLog.LAST, Outcome.NOT_COVERED, "web", "", "is the brassband covered", Optional.empty());

    /** Every number of every week and block. */
    private static Map<String, String> counts(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        Slices slices = new Slices(rows, keyed, KEPT, now);
        Map<String, String> seen = new TreeMap<>();
        for (int number = SchoolLog.FIRST - 1; number <= SchoolLog.LAST + 2; number++) {
            IsoWeek week = new IsoWeek(2026, number);
            put(seen, "outcome " + week, slices.outcomes(SchoolId.DEFAULT, week));
            if (number % 4 == 1) {
                put(seen, "channel " + week, slices.channels(SchoolId.DEFAULT, week, CHANNELS));
                put(seen, "clause " + week, slices.clauses(SchoolId.DEFAULT, week));
            }
        }
        return seen;
    }

    private static void put(Map<String, String> seen, String view, Optional<List<Slices.Cell>> cells) {
        cells.orElse(List.of())
                .forEach(cell -> seen.put(view + " " + cell.what(), cell.about().toString()));
    }

    private static LongFunction<List<Question>> known(long school) {
        List<Question> all = SchoolLog.others(school, school);
        return chance -> all;
    }

    private static LongFunction<List<Question>> habits(long school) {
        return chance -> SchoolLog.others(school, chance);
    }

    /** As often as most people ask: some questions in each of two weeks, of one subject and by one channel. */
    private static List<Question> person(String channel, String clause) {
        return IntStream.of(SchoolLog.LAST - 1, SchoolLog.LAST - 1, SchoolLog.LAST)
                .mapToObj(week -> new Question(
                        week,
                        Outcome.QUOTED,
                        channel,
                        clause,
                        "kindly advise about the " + SchoolLog.OWN_WORD,
                        Optional.of(Verdict.NOT_ASKED)))
                .toList();
    }

    @Test
    void who_knows_every_other_question_can_hardly_tell_whether_one_was_asked() {
        requireHardlyTold(DESK);
    }

    private static void requireHardlyTold(List<Shown> desk) {
        for (Question one : List.of(LAST_WEEK, GAP)) {
            double right = new Attacker(desk).right(known(7), List.of(one), List.of(), 70_000_000);
            assertThat(right).as("told whether \"%s\" was asked", one.words()).isLessThan(BOUND + CHANCE);
        }
    }

    @Test
    void who_knows_everybodys_habits_cannot_tell_whether_one_person_asked_at_all() {
        requireGuessing(DESK);
    }

    private static void requireGuessing(List<Shown> desk) {
        for (List<Question> person : List.of(person("slack", "2.4.6"), person("terminal", "1.4#2"))) {
            double right = new Attacker(desk).right(habits(8), person, List.of(), 80_000_000);
            assertThat(right).as("told whether they asked").isLessThan(0.5 + CHANCE);
        }
    }

    @Test
    void who_knows_everybodys_habits_cannot_tell_who_of_two_asked() {
        double right = new Attacker(DESK)
                .right(habits(9), person("slack", "2.4.6"), person("web", "3.1"), 90_000_000);
        assertThat(right).as("told who it was").isLessThan(0.5 + CHANCE);
    }

    @Test
    void nothing_that_was_shown_is_shown_otherwise_a_week_later() {
        requireSteady(DESK);
    }

    /** Two pages of one thing could be taken from each other, and asking often would average the noise away. */
    private static void requireSteady(List<Shown> desk) {
        Attacker attacker = new Attacker(desk);
        for (long seed = 0; seed < 15; seed++) {
            SchoolLog log = new SchoolLog(seed).with(SchoolLog.others(seed, seed));
            for (int day = -14; day < 0; day++) {
                Map<String, String> one = attacker.on(log, seed, day);
                Map<String, String> next = attacker.on(log, seed, day + 1);
                one.forEach((what, stands) -> assertThat(next.get(what)).as(what).isEqualTo(stands));
            }
        }
    }

    @Test
    void what_is_asked_in_a_week_that_is_not_over_changes_nothing_that_is_shown() {
        requireWholeWeeks(DESK);
    }

    private static void requireWholeWeeks(List<Shown> desk) {
        Attacker attacker = new Attacker(desk);
        for (long seed = 0; seed < 15; seed++) {
            List<Question> others = SchoolLog.others(seed, seed);
            // Week 44 ends on 1 November and is shown from the 4th on.
            for (int day = -8; day < -1; day++) {
                SchoolLog more = new SchoolLog(seed).with(others);
                IntStream.range(0, 30).forEach(i -> more.ask(LAST_WEEK));
                assertThat(attacker.on(more, seed, day))
                        .isEqualTo(attacker.on(new SchoolLog(seed).with(others), seed, day));
            }
        }
    }

    @Test
    void what_fewer_than_five_asked_is_nowhere_as_a_number_or_a_word() {
        requireNoSmallGroup(DESK);
    }

    private static void requireNoSmallGroup(List<Shown> desk) {
        Attacker attacker = new Attacker(desk);
        for (long seed = 0; seed < 60; seed++) {
            SchoolLog log = new SchoolLog(seed).with(SchoolLog.others(seed, seed));
            for (int i = 0; i < Groups.FEWEST - 1; i++) {
                log.ask(new Question(
                        SchoolLog.LAST - i,
                        Outcome.QUOTED,
                        "fax",
                        "9.9.9",
                        "kindly advise about the " + SchoolLog.OWN_WORD,
                        Optional.of(Verdict.HELPFUL)));
            }
            String all = attacker.on(log, seed, 0).toString();
            assertThat(all).doesNotContain("9.9.9").doesNotContain(SchoolLog.OWN_WORD).doesNotContain("kindly");
        }
    }

    // What a desk would look like that broke the rules.

    private static Map<String, String> exact(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        Map<String, String> seen = new TreeMap<>();
        for (int number = SchoolLog.FIRST; number < IsoWeek.of(LocalDate.now(now)).week(); number++) {
            for (Entry entry : rows.entries(SchoolId.DEFAULT, new IsoWeek(2026, number))) {
                String what = number + " " + entry.outcome() + " " + entry.channel() + " " + entry.clauses();
                seen.merge(what, "1", (a, b) -> String.valueOf(Integer.parseInt(a) + 1));
            }
        }
        return seen;
    }

    /** The threshold alone, without noise. */
    private static Map<String, String> cut(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        Map<String, String> seen = new TreeMap<>();
        for (int number = SchoolLog.FIRST; number < IsoWeek.of(LocalDate.now(now)).week(); number++) {
            for (Entry entry : rows.entries(SchoolId.DEFAULT, new IsoWeek(2026, number))) {
                seen.merge(number + " " + entry.outcome(), "1", (a, b) -> String.valueOf(Integer.parseInt(a) + 1));
            }
        }
        seen.values().removeIf(count -> Integer.parseInt(count) < Groups.FEWEST);
        return seen;
    }

    /** Words without asking how many used them. */
    private static Map<String, String> words(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        Map<String, String> seen = new TreeMap<>();
        for (int number = SchoolLog.FIRST; number < IsoWeek.of(LocalDate.now(now)).week(); number++) {
            rows.entries(SchoolId.DEFAULT, new IsoWeek(2026, number))
                    .forEach(entry -> seen.put("said " + entry.words(), "yes"));
        }
        return seen;
    }

    /** The last four weeks whenever they are asked for. */
    private static Map<String, String> moving(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        int count = 0;
        for (int ago = 0; ago < 4; ago++) {
            IsoWeek week = IsoWeek.of(LocalDate.now(now).minusWeeks(ago));
            count += rows.entries(SchoolId.DEFAULT, week).size();
        }
        return Map.of("the last four weeks", String.valueOf(count / 5 * 5));
    }

    /** Another error each time. */
    private static Map<String, String> fresh(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        return counts(rows, text -> keyed.apply(text + now.instant()), now);
    }

    private static List<Shown> and(Shown broken) {
        List<Shown> all = new ArrayList<>(DESK);
        all.add(broken);
        return all;
    }

    private static void caught(Runnable requirement) {
        assertThatThrownBy(requirement::run).isInstanceOf(AssertionError.class);
    }

    @Test
    void exact_numbers_are_caught() {
        caught(() -> requireHardlyTold(and(ReidentificationTest::exact)));
        caught(() -> requireGuessing(and(ReidentificationTest::exact)));
        caught(() -> requireNoSmallGroup(and(ReidentificationTest::exact)));
    }

    @Test
    void a_threshold_without_noise_is_caught() {
        caught(() -> requireHardlyTold(and(ReidentificationTest::cut)));
    }

    @Test
    void words_of_one_person_are_caught() {
        caught(() -> requireGuessing(and(ReidentificationTest::words)));
        caught(() -> requireNoSmallGroup(and(ReidentificationTest::words)));
    }

    @Test
    void a_window_that_moves_is_caught() {
        caught(() -> requireWholeWeeks(and(ReidentificationTest::moving)));
        caught(() -> requireSteady(and(ReidentificationTest::moving)));
    }

    @Test
    void noise_that_differs_each_time_is_caught() {
        caught(() -> requireSteady(and(ReidentificationTest::fresh)));
    }
}
