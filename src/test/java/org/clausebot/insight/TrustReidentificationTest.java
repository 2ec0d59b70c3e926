package org.clausebot.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.clausebot.insight.GapFinder.Scope;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Outcome;
import org.clausebot.querylog.Period;
import org.clausebot.querylog.Slices;
import org.junit.jupiter.api.Test;

/**
 * Who looks at each school of a trust and at all of them together, and takes the one from the other, learns no more of one
 * person than who looks at their school alone. The attacker knows every question of every other school.
 */
class TrustReidentificationTest {
    private static final SchoolId ELM = new SchoolId("elm-primary");
    private static final List<SchoolId> SCHOOLS = List.of(SchoolId.DEFAULT, ELM);
    private static final List<SchoolId> VIEWS = List.of(SchoolId.ALL, SchoolId.DEFAULT, ELM);
    /** What the other school shows of words and gaps has nothing to do with the attacked one. */
    private static final List<SchoolId> OF_THE_ATTACKED = List.of(SchoolId.ALL, SchoolId.DEFAULT);

    private static final SchoolLog OTHER = new SchoolLog(21).with(SchoolLog.others(21, 21));
    private static final List<String> CHANNELS = List.of("web", "slack", "teams", "terminal");
    private static final int KEPT = 26;
    private static final double COUNTS = 0.6;

    /** The attacked school's log, and another's, which the attacker knows to the last question. */
    private record Trust(LogRows attacked) implements LogRows {
        @Override
        public List<Entry> entries(SchoolId school, IsoWeek week) {
            return (school.equals(ELM) ? OTHER : attacked).entries(SchoolId.DEFAULT, week);
        }

        @Override
        public int urgent(SchoolId school, IsoWeek week) {
            return 0;
        }

        @Override
        public void rewrite(SchoolId school, IsoWeek week, UnaryOperator<List<Entry>> change, int urgent) {
            throw new UnsupportedOperationException();
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

    private static Slices slices(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        return new Slices(new Trust(rows), keyed, KEPT, now, () -> SCHOOLS);
    }

    private static Map<String, String> counts(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        Slices slices = slices(rows, keyed, now);
        Map<String, String> seen = new TreeMap<>();
        for (SchoolId school : VIEWS) {
            for (int number = SchoolLog.FIRST; number <= SchoolLog.LAST; number++) {
                IsoWeek week = new IsoWeek(2026, number);
                String of = school + " " + week + " ";
                put(seen, of + "outcome", slices.outcomes(school, week));
                if (number % 4 == 1) {
                    put(seen, of + "four weeks", slices.blockOutcomes(school, week));
                    put(seen, of + "channel", slices.channels(school, week, CHANNELS));
                    put(seen, of + "clause", slices.clauses(school, week));
                    put(seen, of + "verdict", slices.verdicts(school, week));
                    put(seen, of + "clause verdict", slices.clauseVerdicts(school, week));
                }
            }
            for (Slices.View view : Slices.View.values()) {
                put(seen, school + " as of today " + view, Optional.of(slices.kept(view, school)));
            }
        }
        return seen;
    }

    private static void put(Map<String, String> seen, String view, Optional<List<Slices.Cell>> cells) {
        cells.orElse(List.of())
                .forEach(cell -> seen.put(view + " " + cell.what(), cell.about().toString()));
    }

    private static Map<String, String> words(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        return words(OF_THE_ATTACKED, rows, keyed, now);
    }

    private static Map<String, String> words(
            List<SchoolId> schools, LogRows rows, UnaryOperator<String> keyed, Clock now) {
        StaffWords words = new StaffWords(new Trust(rows), slices(rows, keyed, now));
        Map<String, String> seen = new TreeMap<>();
        schools.forEach(school -> words.of(school)
                .forEach(said -> said.words()
                        .forEach(one ->
                                seen.put(school + " " + said.first() + " " + said.clause() + " " + one, "yes"))));
        return seen;
    }

    private static Map<String, String> gaps(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        List<Period> blocks = slices(rows, keyed, now).blocks();
        GapFinder finder = new GapFinder(new Trust(rows), TrustReidentificationTest::meaning, keyed);
        Map<String, String> seen = new TreeMap<>();
        for (SchoolId school : OF_THE_ATTACKED) {
            boolean all = school.equals(SchoolId.ALL);
            finder.find(
                            school,
                            all ? Scope.TRUST : Scope.OF_A_TRUST,
                            all ? SCHOOLS : List.of(school),
                            blocks,
                            List.of())
                    .ifPresent(findings -> findings.groups().forEach(group -> {
                        seen.put(school + " gap " + group.name(), group.about() + "");
                        group.wordings().forEach(one -> seen.put(school + " gap " + group.name() + ": " + one, "yes"));
                    }));
        }
        return seen;
    }

    /** Words that are the same lie near each other; for what this is about it need be no better. */
    private static float[] meaning(String words) {
        float[] vector = new float[64];
        List<String> all = Arrays.stream(words.toLowerCase(Locale.UK).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        all.forEach(word -> vector[Math.floorMod(word.hashCode(), 64)] += 1);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.max(1, Math.sqrt(all.size()));
        }
        return vector;
    }

    @Test
    void who_takes_the_other_schools_from_the_trust_learns_no_more_than_who_sees_the_school() {
        NothingOfAnybody.hardlyTold(
                List.of(TrustReidentificationTest::counts, TrustReidentificationTest::words), COUNTS);
    }

    @Test
    void a_gap_of_the_school_and_of_the_trust_cost_together_what_one_costs_elsewhere() {
        assertThat(Scope.OF_A_TRUST.epsilon + Scope.TRUST.epsilon).isEqualTo(Noise.EPSILON);
        NothingOfAnybody.hardlyTold(List.of(TrustReidentificationTest::gaps), Noise.EPSILON);
    }

    /** Exact numbers of all schools together: less what is known of the others, the question stands there. */
    @Test
    void a_trust_whose_numbers_are_added_up_without_their_errors_is_caught() {
        assertThatThrownBy(() -> NothingOfAnybody.hardlyTold(List.of(TrustReidentificationTest::exact), COUNTS))
                .isInstanceOf(AssertionError.class);
    }

    private static Map<String, String> exact(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        Map<String, String> seen = new HashMap<>();
        Trust trust = new Trust(rows);
        for (int number = SchoolLog.FIRST;
                number < IsoWeek.of(LocalDate.now(now)).week();
                number++) {
            IsoWeek week = new IsoWeek(2026, number);
            List<Entry> all = new ArrayList<>();
            SCHOOLS.forEach(school -> all.addAll(trust.entries(school, week)));
            for (Outcome outcome : Outcome.values()) {
                seen.put(
                        "all " + week + " " + outcome,
                        all.stream().filter(entry -> entry.outcome() == outcome).count() + "");
            }
        }
        return seen;
    }

    @Test
    void what_is_told_of_all_schools_is_as_coarse_as_the_errors_of_all() {
        Slices slices = slices(
                new SchoolLog(3).with(SchoolLog.others(3, 3)),
                Attacker.secret(3),
                Clock.fixed(SchoolLog.AFTER, ZoneOffset.UTC));
        List<Slices.Cell> clauses =
                slices.clauses(SchoolId.ALL, new IsoWeek(2026, 41)).orElseThrow();

        // Two schools, each with an error of about 5: multiples of 10, from 40 up.
        assertThat(clauses)
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.about().orElseThrow())
                        .isGreaterThanOrEqualTo(40)
                        .matches(about -> about % 10 == 0));
    }

    @Test
    void words_of_all_schools_are_words_that_one_of_them_shows() {
        for (long seed = 1; seed <= 5; seed++) {
            Map<String, String> seen = words(
                    VIEWS,
                    new SchoolLog(seed).with(SchoolLog.others(seed, seed)),
                    Attacker.secret(seed),
                    Clock.fixed(SchoolLog.AFTER, ZoneOffset.UTC));
            List<String> together = seen.keySet().stream()
                    .filter(words -> words.startsWith(SchoolId.ALL.toString()))
                    .map(words -> words.substring(SchoolId.ALL.toString().length()))
                    .toList();
            assertThat(together)
                    .isNotEmpty()
                    .allMatch(one -> SCHOOLS.stream().anyMatch(school -> seen.containsKey(school + one)));
        }
    }
}
