package org.clausebot.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Period;
import org.clausebot.querylog.Slices;
import org.clausebot.simulate.SimulatedYear;
import org.clausebot.simulate.Truths;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an attacker learns of one person who knows the school and everybody in it, and reads all that the policy desk shows
 * in two successive weeks. Parts of the desk stand in {@link #DESK}; whatever is added to the desk is added there.
 *
 * <p>The last tests break the rules on purpose: a test that a broken desk passes proves nothing.
 */
class ReidentificationTest {
    @TempDir
    private Path folder;

    private static final int KEPT = 26;
    private static final List<String> CHANNELS = List.of("web", "slack", "teams", "terminal");
    private static final List<Shown> DESK =
            List.of(ReidentificationTest::counts, ReidentificationTest::together, ReidentificationTest::staffWords);
    private static final List<Shown> GAPS = List.of(ReidentificationTest::gaps);
    /** The overview, the heat and the search, the rehearsals, and the gaps; the governors' report is made of these. */
    private static final List<Shown> EVERYTHING = Stream.of(DESK, List.<Shown>of(Traps::sprung), GAPS)
            .flatMap(List::stream)
            .toList();
    /** How much one question may change the chances: of the counts; of those, two rehearsals and a gap. */
    private static final double COUNTS = 0.6;
    private static final double ALL = COUNTS + RehearsalTurns.MOST * 0.1 + Noise.EPSILON;

    /** Every number of every week and block: the overview and the heat beside the clauses are made of these alone. */
    private static Map<String, String> counts(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        Slices slices = new Slices(rows, keyed, KEPT, now);
        Map<String, String> seen = new TreeMap<>();
        for (int number = SchoolLog.FIRST - 1; number <= SchoolLog.LAST + 2; number++) {
            IsoWeek week = new IsoWeek(2026, number);
            put(seen, "outcome " + week, slices.outcomes(SchoolId.DEFAULT, week));
            if (number % 4 == 1) {
                put(seen, "channel " + week, slices.channels(SchoolId.DEFAULT, week, CHANNELS));
                put(seen, "clause " + week, slices.clauses(SchoolId.DEFAULT, week));
                put(seen, "verdict " + week, slices.verdicts(SchoolId.DEFAULT, week));
                put(seen, "clause verdict " + week, slices.clauseVerdicts(SchoolId.DEFAULT, week));
            }
        }
        return seen;
    }

    /** Beside the clauses, and in the search, which searches these only. */
    private static Map<String, String> staffWords(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        Map<String, String> seen = new TreeMap<>();
        new StaffWords(rows, new Slices(rows, keyed, KEPT, now))
                .of(SchoolId.DEFAULT)
                .forEach(said -> said.words()
                        .forEach(words -> seen.put("said " + said.first() + " " + said.clause() + " " + words, "yes")));
        return seen;
    }

    /** What is added up over all that is kept; it is another thing whenever a block comes or goes. */
    private static Map<String, String> together(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        Slices slices = new Slices(rows, keyed, KEPT, now);
        Map<String, String> seen = new TreeMap<>();
        List<Period> blocks = slices.blocks();
        if (!blocks.isEmpty()) {
            String of = "as of " + blocks.getFirst().first() + " to "
                    + blocks.getLast().last() + " ";
            for (Slices.View view : Slices.View.values()) {
                put(seen, of + view, Optional.of(slices.kept(view, SchoolId.DEFAULT)));
            }
        }
        // Earlier ones are empty, and leave the pages while the attacker looks, because they are deleted.
        blocks.stream()
                .filter(block -> block.first().week() >= SchoolLog.FIRST)
                .forEach(block -> put(
                        seen, "four weeks " + block.first(), slices.blockOutcomes(SchoolId.DEFAULT, block.first())));
        return seen;
    }

    /** What is not answered, grouped by the words it has in common. */
    private static Map<String, String> gaps(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        Map<String, String> seen = new TreeMap<>();
        new GapFinder(rows, ReidentificationTest::meaning, keyed)
                .find(
                        SchoolId.DEFAULT,
                        List.of(SchoolId.DEFAULT),
                        new Slices(rows, keyed, KEPT, now).blocks(),
                        List.of())
                .ifPresent(findings -> findings.groups().forEach(group -> {
                    String of = "as of " + findings.asOf() + " gap ";
                    seen.put(of + group.name(), group.about() + "");
                    group.wordings().forEach(words -> seen.put(of + group.name() + ": " + words, "yes"));
                }));
        return seen;
    }

    /** Words that are the same lie near each other; for what this is about it need be no better. */
    private static float[] meaning(String words) {
        float[] vector = new float[64];
        split(words).forEach(word -> vector[Math.floorMod(word.hashCode(), 64)] += 1);
        double length = Math.sqrt((double) split(words).count());
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.max(1, length);
        }
        return vector;
    }

    private static void put(Map<String, String> seen, String view, Optional<List<Slices.Cell>> cells) {
        cells.orElse(List.of())
                .forEach(cell -> seen.put(view + " " + cell.what(), cell.about().toString()));
    }

    @Test
    void who_knows_every_other_question_can_hardly_tell_whether_one_was_asked() {
        NothingOfAnybody.hardlyTold(DESK, COUNTS);
    }

    @Test
    void nor_with_everything_that_is_shown_together_and_drafts_that_were_made_to_find_it_out() {
        NothingOfAnybody.hardlyTold(EVERYTHING, ALL);
    }

    @Test
    void who_knows_everybodys_habits_cannot_tell_whether_one_person_asked_nor_who_of_two_it_was() {
        NothingOfAnybody.guessing(EVERYTHING);
    }

    @Test
    void nothing_that_was_shown_is_shown_otherwise_a_week_later() {
        NothingOfAnybody.steady(DESK);
    }

    @Test
    void what_is_asked_in_a_week_that_is_not_over_changes_nothing_that_is_shown() {
        NothingOfAnybody.wholeWeeks(EVERYTHING);
    }

    @Test
    void what_fewer_than_five_asked_is_nowhere_as_a_number_or_a_word() {
        NothingOfAnybody.noSmallGroup(EVERYTHING);
    }

    /** A year of a school in which one person writes in a way of their own, looked at in every week of it. */
    @Test
    void a_way_of_writing_that_is_one_persons_is_never_shown() {
        LocalDate end = LocalDate.of(2026, 7, 20);
        try (SqliteStorage storage = SqliteStorage.open(folder.resolve("clausebot.db"))) {
            LogRows rows = storage.questionLog();
            Truths truths = SimulatedYear.write(
                    new SimulatedYear.Settings(1, 5L, end, new PolicyId("social-media"), "June 2018"), rows);
            Set<String> own = own(truths, rows);
            assertThat(own).as("words that only they use").hasSizeGreaterThan(1);
            styleIsNowhere(DESK, rows, own, end);
            assertThatThrownBy(() -> styleIsNowhere(List.of(ReidentificationTest::words), rows, own, end))
                    .isInstanceOf(AssertionError.class);
        }
    }

    private static void styleIsNowhere(List<Shown> desk, LogRows rows, Set<String> own, LocalDate end) {
        for (int ago = 0; ago < 40; ago++) {
            Clock clock = Clock.fixed(end.minusWeeks(ago).atTime(10, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
            for (Shown part : desk) {
                Set<String> shown = part.of(rows, Attacker.secret(3), clock).keySet().stream()
                        .flatMap(ReidentificationTest::split)
                        .collect(Collectors.toSet());
                assertThat(shown).doesNotContainAnyElementsOf(own);
            }
        }
    }

    private static Set<String> own(Truths truths, LogRows rows) {
        Set<String> theirs = new HashSet<>(truths.person().entries());
        Map<String, Integer> others = new HashMap<>();
        Map<String, Integer> by = new HashMap<>();
        for (IsoWeek week : truths.weeks()) {
            for (Entry entry : rows.entries(SchoolId.DEFAULT, week)) {
                Map<String, Integer> into = theirs.contains(entry.id()) ? by : others;
                split(entry.words()).distinct().forEach(word -> into.merge(word, 1, Integer::sum));
            }
        }
        return by.keySet().stream().filter(word -> !others.containsKey(word)).collect(Collectors.toSet());
    }

    private static Stream<String> split(String words) {
        return Arrays.stream(words.toLowerCase(Locale.UK).split("[^\\p{L}\\p{N}'’]+"))
                .filter(word -> !word.isEmpty());
    }

    // What a desk would look like that broke the rules.

    private static Map<String, String> exact(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        Map<String, String> seen = new TreeMap<>();
        for (int number = SchoolLog.FIRST;
                number < IsoWeek.of(LocalDate.now(now)).week();
                number++) {
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
        for (int number = SchoolLog.FIRST;
                number < IsoWeek.of(LocalDate.now(now)).week();
                number++) {
            for (Entry entry : rows.entries(SchoolId.DEFAULT, new IsoWeek(2026, number))) {
                seen.merge(number + " " + entry.outcome(), "1", (a, b) -> String.valueOf(Integer.parseInt(a) + 1));
            }
        }
        seen.values().removeIf(count -> Integer.parseInt(count) < Groups.FEWEST);
        return seen;
    }

    /** Words of all weeks that are over, without asking how many used them. */
    private static Map<String, String> words(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        Map<String, String> seen = new TreeMap<>();
        for (int ago = 1; ago < KEPT; ago++) {
            rows.entries(SchoolId.DEFAULT, IsoWeek.of(LocalDate.now(now).minusWeeks(ago)))
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

    private static void caught(Runnable requirement) {
        assertThatThrownBy(requirement::run).isInstanceOf(AssertionError.class);
    }

    @Test
    void exact_numbers_are_caught() {
        caught(() -> NothingOfAnybody.hardlyTold(List.of(ReidentificationTest::exact), ALL));
        caught(() -> NothingOfAnybody.guessing(List.of(ReidentificationTest::exact)));
        caught(() -> NothingOfAnybody.noSmallGroup(List.of(ReidentificationTest::exact)));
    }

    @Test
    void a_threshold_without_noise_is_caught() {
        caught(() -> NothingOfAnybody.hardlyTold(List.of(ReidentificationTest::cut), ALL));
    }

    /** With the key of the errors they can be taken off again. */
    @Test
    void a_desk_whose_key_has_become_known_is_caught() {
        Shown known = (rows, keyed, now) -> counts(rows, Attacker.secret(1), now);
        caught(() -> NothingOfAnybody.hardlyTold(List.of(known), COUNTS));
    }

    /** How many different questions a rehearsal asks is a number of the log, and exact. */
    @Test
    void a_bar_that_counts_the_questions_of_the_log_is_caught() {
        caught(() -> NothingOfAnybody.hardlyTold(List.of(Traps::counting), ALL));
    }

    @Test
    void words_of_one_person_are_caught() {
        caught(() -> NothingOfAnybody.guessing(List.of(ReidentificationTest::words)));
        caught(() -> NothingOfAnybody.noSmallGroup(List.of(ReidentificationTest::words)));
    }

    @Test
    void a_window_that_moves_is_caught() {
        caught(() -> NothingOfAnybody.wholeWeeks(List.of(ReidentificationTest::moving)));
        caught(() -> NothingOfAnybody.steady(List.of(ReidentificationTest::moving)));
    }

    @Test
    void noise_that_differs_each_time_is_caught() {
        caught(() -> NothingOfAnybody.steady(List.of(ReidentificationTest::fresh)));
    }
}
