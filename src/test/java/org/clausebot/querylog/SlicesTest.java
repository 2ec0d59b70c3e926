package org.clausebot.querylog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Slices.View;
import org.junit.jupiter.api.Test;

/** What somebody can learn who sees every view, knows the school and everybody in it, and compares. */
class SlicesTest {
    private static final IsoWeek FIRST = new IsoWeek(2026, 41);
    private static final IsoWeek SECOND = new IsoWeek(2026, 42);
    private static final Instant AFTER = Instant.parse("2026-11-20T10:00:00Z");
    private static final List<String> CHANNELS = List.of("web", "slack", "teams", "terminal");
    private static final String CLAUSE = "2.1.5";
    private static final Map<View, Map<Integer, Double>> CHANCES = new EnumMap<>(View.class);
    private static final int SCHOOLS = 2_000;
    /** By how much one question may change the chances of all that is shown, in all views together. */
    private static final double BUDGET = 0.6;

    /** As many questions as a small school has in a week. */
    private static World school(int quoted, int alsoQuoted) {
        World world = new World();
        world.add(FIRST, Outcome.QUOTED, "web", CLAUSE, quoted);
        world.add(FIRST, Outcome.NOT_COVERED, "slack", "", 22);
        world.add(FIRST, Outcome.NEAREST, "terminal", "2.4.6", 3);
        world.add(SECOND, Outcome.QUOTED, "web", CLAUSE, alsoQuoted);
        world.add(SECOND, Outcome.NOT_COVERED, "slack", "", 18);
        return world;
    }

    private static Slices slices(LogRows rows, String key, Instant now) {
        return new Slices(rows, keyed(key), 26, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static UnaryOperator<String> keyed(String key) {
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

    /** Every view of both weeks. */
    private static List<Map<String, Integer>> views(LogRows rows, String key) {
        Slices slices = slices(rows, key, AFTER);
        return List.of(
                seen(slices.outcomes(SchoolId.DEFAULT, FIRST)),
                seen(slices.outcomes(SchoolId.DEFAULT, SECOND)),
                seen(slices.channels(SchoolId.DEFAULT, FIRST, CHANNELS)),
                seen(slices.channels(SchoolId.DEFAULT, SECOND, CHANNELS)),
                seen(slices.clauses(SchoolId.DEFAULT, FIRST)),
                seen(slices.clauses(SchoolId.DEFAULT, SECOND)),
                seen(slices.verdicts(SchoolId.DEFAULT, FIRST)),
                seen(slices.clauseVerdicts(SchoolId.DEFAULT, FIRST)));
    }

    private static Map<String, Integer> seen(Optional<List<Slices.Cell>> cells) {
        Map<String, Integer> seen = new HashMap<>();
        cells.orElseThrow().forEach(cell -> seen.put(cell.what(), cell.about().orElse(-1)));
        return seen;
    }

    @Test
    void no_number_below_the_least_and_none_of_fewer_than_five_is_ever_shown() {
        for (int i = 0; i < 500; i++) {
            for (Map<String, Integer> view : views(school(40, 35), "key " + i)) {
                assertThat(view.values()).allMatch(n -> n == -1 || (n >= 20 && n % 5 == 0));
                assertThat(view.getOrDefault("nearest", -1)).isEqualTo(-1);
                assertThat(view.getOrDefault("terminal", -1)).isEqualTo(-1);
                assertThat(view).doesNotContainKey("social-media 2.4.6");
            }
        }
    }

    @Test
    void a_number_is_the_same_whenever_it_is_asked_for_and_differs_from_the_true_one_at_random() {
        assertThat(views(school(40, 35), "key")).isEqualTo(views(school(40, 35), "key"));
        long different = IntStream.range(0, 200)
                .mapToObj(i -> views(school(40, 35), "key " + i).getFirst().getOrDefault("quoted", 0))
                .distinct()
                .count();
        assertThat(different).isGreaterThan(4);
    }

    /**
     * The attacker knows every question of the school but one, and puts all views of both weeks together, in pairs and
     * otherwise, in the best way that there is: by how likely they are with the question and without it.
     */
    @Test
    void who_knows_all_questions_but_one_can_hardly_tell_whether_it_was_asked() {
        Random coin = new Random(1);
        int right = 0;
        for (int i = 0; i < SCHOOLS; i++) {
            boolean asked = coin.nextBoolean();
            List<Map<String, Integer>> views = views(school(asked ? 41 : 40, 40), "key " + i);
            right += (likelihood(views, 41, 40) > likelihood(views, 40, 40)) == asked ? 1 : 0;
        }
        double bound = Math.exp(BUDGET) / (1 + Math.exp(BUDGET));
        assertThat((double) right / SCHOOLS).as("guessed right").isBetween(0.5, bound + 0.02);
    }

    /**
     * The same attacker, who knows everybody but not how often the others ask. Of twenty numbers that are as likely, one
     * question more makes one impossible and another possible: who saw them exactly would guess right 525 times in 1,000.
     */
    @Test
    void who_knows_everybody_but_not_what_they_ask_does_no_better_than_guessing() {
        Random coin = new Random(2);
        int right = 0;
        for (int i = 0; i < 4 * SCHOOLS; i++) {
            boolean asked = coin.nextBoolean();
            int first = 30 + coin.nextInt(20) + (asked ? 1 : 0);
            List<Map<String, Integer>> views = views(school(first, 30 + coin.nextInt(20)), "key " + i);
            double with = 0;
            double without = 0;
            for (int n = 30; n < 50; n++) {
                for (int m = 30; m < 50; m++) {
                    with += likelihood(views, n + 1, m);
                    without += likelihood(views, n, m);
                }
            }
            right += (with > without) == asked ? 1 : 0;
        }
        assertThat((double) right / (4 * SCHOOLS)).as("guessed right").isBetween(0.46, 0.54);
    }

    /** How likely the views are, when so many questions were asked in the first week and so many in the second. */
    private static double likelihood(List<Map<String, Integer>> views, int first, int second) {
        String clause = "social-media " + CLAUSE;
        return chance(View.OUTCOME, views.get(0).getOrDefault("quoted", -1), first)
                * chance(View.OUTCOME, views.get(1).getOrDefault("quoted", -1), second)
                * chance(View.CHANNEL, views.get(2).getOrDefault("web", -1), first + second)
                * chance(View.CLAUSE, views.get(4).getOrDefault(clause, -1), first + second)
                * chance(View.VERDICT, views.get(6).getOrDefault("helpful", -1), first + second)
                * chance(View.CLAUSE_VERDICT, views.get(7).getOrDefault(clause + " helpful", -1), first + second);
    }

    /** How likely {@code shown} is where {@code count} is true. */
    private static double chance(View view, int shown, int count) {
        return CHANCES.computeIfAbsent(view, v -> new HashMap<>())
                .computeIfAbsent(shown * 1_000 + count, key -> computed(view, shown, count));
    }

    private static double computed(View view, int shown, int count) {
        if (shown == -1) {
            return 1
                    - IntStream.range(0, 60)
                            .mapToDouble(i -> computed(view, view.least(1) + view.step(1) * i, count))
                            .sum();
        }
        double ratio = Math.exp(-view.epsilon);
        return IntStream.range(shown, shown + view.step(1))
                .mapToDouble(seen -> (1 - ratio) / (1 + ratio) * Math.pow(ratio, Math.abs(seen - count)))
                .sum();
    }

    @Test
    void all_views_together_keep_the_budget_of_a_question() {
        // A question is counted for two rehearsed drafts at most, beside all that is shown anyway.
        assertThat(2 * View.REHEARSAL.epsilon).isCloseTo(0.2, within(1e-9));
        assertThat(Arrays.stream(View.values())
                        .filter(view -> view != View.REHEARSAL)
                        .mapToDouble(view -> view.epsilon)
                        .sum())
                .isCloseTo(BUDGET, within(1e-9));
    }

    @Test
    void each_view_shows_numbers_as_coarse_as_its_noise() {
        World world = new World();
        world.add(FIRST, Outcome.QUOTED, "web", CLAUSE, 300);
        Map<String, Integer> coarse = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            List<Map<String, Integer>> views = views(world, "key " + i);
            assertThat(views.get(6).getOrDefault("helpful", 0) % View.VERDICT.step(1))
                    .isZero();
            assertThat(views.get(2).getOrDefault("web", 0) % View.CHANNEL.step(1))
                    .isZero();
            assertThat(views.get(7).getOrDefault("social-media " + CLAUSE + " helpful", 0)
                            % View.CLAUSE_VERDICT.step(1))
                    .isZero();
            views.get(6).forEach((what, about) -> coarse.merge(what, 1, Integer::sum));
        }
        assertThat(coarse).containsKeys("helpful", "not-asked");
        assertThat(View.VERDICT.least(1)).isEqualTo(40);
        assertThat(View.CLAUSE_VERDICT.least(1)).isEqualTo(80);
    }

    @Test
    void a_question_is_in_one_cell_of_each_view_however_often_its_asker_voted() {
        World world = new World();
        for (int i = 0; i < 400; i++) {
            world.add(FIRST, Outcome.QUOTED, "web", List.of("2.1.5", "2.4.6", "3.1"));
        }
        Slices slices = slices(world, "key", AFTER);
        assertThat(seen(slices.clauseVerdicts(SchoolId.DEFAULT, FIRST))).containsOnlyKeys("social-media 2.1.5 helpful");
        assertThat(seen(slices.verdicts(SchoolId.DEFAULT, FIRST)).get("helpful"))
                .isBetween(250, 550);
    }

    /** What is added up holds only what its parts hold: who knows all but one question learns no more from it. */
    @Test
    void who_sees_weeks_added_up_can_hardly_tell_whether_one_question_was_asked() {
        double[] noise = {1};
        for (int week = 0; week < 4; week++) {
            noise = added(noise);
        }
        Random coin = new Random(3);
        int right = 0;
        for (int i = 0; i < SCHOOLS; i++) {
            boolean asked = coin.nextBoolean();
            World world = school(asked ? 41 : 40, 40);
            int seen = seen(slices(world, "key " + i, AFTER).blockOutcomes(SchoolId.DEFAULT, FIRST))
                    .getOrDefault("quoted", -1);
            right += (chance(noise, seen, 81) > chance(noise, seen, 80)) == asked ? 1 : 0;
        }
        double bound = Math.exp(View.OUTCOME.epsilon) / (1 + Math.exp(View.OUTCOME.epsilon));
        assertThat((double) right / SCHOOLS).isBetween(0.46, bound + 0.02);
    }

    private static final int WIDEST = 150;

    /** The noise of one number more; the middle of the array stands for none. */
    private static double[] added(double[] before) {
        double ratio = Math.exp(-View.OUTCOME.epsilon);
        double[] after = new double[before.length + 2 * WIDEST];
        for (int i = 0; i < before.length; i++) {
            for (int j = -WIDEST; j <= WIDEST; j++) {
                after[i + j + WIDEST] += before[i] * (1 - ratio) / (1 + ratio) * Math.pow(ratio, Math.abs(j));
            }
        }
        return after;
    }

    private static double chance(double[] noise, int shown, int count) {
        int middle = noise.length / 2;
        return IntStream.range(0, noise.length)
                .filter(i -> {
                    int about = Math.floorDiv(count + i - middle, View.OUTCOME.step(4)) * View.OUTCOME.step(4);
                    return (about < View.OUTCOME.least(4) ? -1 : about) == shown;
                })
                .mapToDouble(i -> noise[i])
                .sum();
    }

    @Test
    void what_is_added_up_is_coarser_and_needs_more() {
        assertThat(View.OUTCOME.step(4)).isEqualTo(10);
        assertThat(View.OUTCOME.least(4)).isEqualTo(40);
        assertThat(View.CLAUSE.step(6)).isEqualTo(15);
        World world = new World();
        world.add(FIRST, Outcome.QUOTED, "web", CLAUSE, 300);
        world.add(SECOND, Outcome.NEAREST, "web", "2.4.6", 4);
        assertThat(slices(world, "key", AFTER).kept(View.CLAUSE, SchoolId.DEFAULT))
                .extracting(Slices.Cell::what)
                .containsExactly("social-media " + CLAUSE);
    }

    @Test
    void a_clause_that_was_only_nearest_is_not_among_those_that_answered() {
        World world = new World();
        world.add(FIRST, Outcome.QUOTED, "web", CLAUSE, 300);
        world.add(FIRST, Outcome.NEAREST, "web", "2.4.6", 300);
        Slices slices = slices(world, "key", AFTER);
        assertThat(slices.clauses(SchoolId.DEFAULT, FIRST).orElseThrow())
                .extracting(Slices.Cell::what)
                .containsExactly("social-media " + CLAUSE);
        assertThat(seen(slices.blockOutcomes(SchoolId.DEFAULT, FIRST)).get("nearest"))
                .as("it is counted by what came of it all the same")
                .isGreaterThan(200);
    }

    @Test
    void the_weeks_and_blocks_that_may_be_shown_are_over_and_whole() {
        Slices slices = slices(new World(), "key", AFTER);
        // 20 November 2026 is in week 47; 26 weeks before it is week 21.
        assertThat(slices.weeks()).hasSize(26).startsWith(new IsoWeek(2026, 21)).endsWith(new IsoWeek(2026, 46));
        assertThat(slices.blocks())
                .extracting(Period::first)
                .containsExactly(
                        new IsoWeek(2026, 21),
                        new IsoWeek(2026, 25),
                        new IsoWeek(2026, 29),
                        new IsoWeek(2026, 33),
                        new IsoWeek(2026, 37),
                        new IsoWeek(2026, 41));
    }

    @Test
    void of_a_week_that_is_not_over_or_no_longer_whole_nothing_is_shown() {
        World world = school(40, 35);
        Instant monday = Instant.parse("2026-10-12T10:00:00Z");
        assertThat(slices(world, "key", monday).outcomes(SchoolId.DEFAULT, FIRST))
                .isEmpty();
        assertThat(slices(world, "key", monday.plus(Duration.ofDays(1))).outcomes(SchoolId.DEFAULT, FIRST))
                .isEmpty();
        assertThat(slices(world, "key", monday.plus(Duration.ofDays(2))).outcomes(SchoolId.DEFAULT, FIRST))
                .isPresent();
        // Weeks 41 to 44 are one block.
        Instant november = Instant.parse("2026-11-03T10:00:00Z");
        assertThat(slices(world, "key", november).clauses(SchoolId.DEFAULT, FIRST))
                .isEmpty();
        assertThat(slices(world, "key", november.plus(Duration.ofDays(1))).clauses(SchoolId.DEFAULT, FIRST))
                .isPresent();
        Instant half = Instant.parse("2027-04-13T10:00:00Z");
        assertThat(slices(world, "key", half).outcomes(SchoolId.DEFAULT, SECOND))
                .isPresent();
        assertThat(slices(world, "key", half).clauses(SchoolId.DEFAULT, SECOND)).isEmpty();
    }

    @Test
    void blocks_divide_the_year_without_a_gap_or_an_overlap() {
        List<IsoWeek> all = new ArrayList<>();
        for (int week = 1; week <= 53; week++) {
            IsoWeek here = new IsoWeek(2026, week);
            assertThat(Period.block(here).weeks()).contains(here);
            if (Period.block(here).first().equals(here)) {
                all.addAll(Period.block(here).weeks());
            }
        }
        assertThat(all).hasSize(53).doesNotHaveDuplicates();
    }

    /** Entries in memory. */
    private static final class World implements LogRows {
        private final Map<IsoWeek, List<Entry>> weeks = new HashMap<>();

        void add(IsoWeek week, Outcome outcome, String channel, String clause, int count) {
            for (int i = 0; i < count; i++) {
                add(week, outcome, channel, clause.isEmpty() ? List.of() : List.of(clause));
            }
        }

        /** One question, whose asker found all of its clauses helpful. */
        void add(IsoWeek week, Outcome outcome, String channel, List<String> clauses) {
            List<Entry> entries = weeks.computeIfAbsent(week, w -> new ArrayList<>());
            entries.add(new Entry(
                    "id-of-sixteen-" + String.format(Locale.ROOT, "%06d", entries.size()),
                    SchoolId.DEFAULT,
                    week,
                    channel,
                    "",
                    outcome,
                    clauses.stream()
                            .map(clause -> new Entry.Judged(
                                    new Asked.Shown(new ClauseRef(new PolicyId("social-media"), clause), "2018-06"),
                                    Optional.of(Entry.Verdict.HELPFUL)))
                            .toList(),
                    50,
                    "en",
                    Latency.SLOWER));
        }

        @Override
        public void rewrite(SchoolId school, IsoWeek week, UnaryOperator<List<Entry>> change, int urgent) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> entries(SchoolId school, IsoWeek week) {
            return weeks.getOrDefault(week, List.of());
        }

        @Override
        public int urgent(SchoolId school, IsoWeek week) {
            return 2;
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
}
