package org.clausebot.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.PolicyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
    @TempDir
    private static Path none;

    private static List<Policy> policies() {
        return new PolicyLibrary(Path.of("index/policies"), none, new PolicyReader(), Clock.systemUTC())
                .inForce()
                .inForce();
    }

    @Test
    void every_word_of_every_question_is_the_policys_own() {
        for (Policy policy : policies()) {
            Set<String> statements =
                    policy.clauses().stream().map(Clause::statement).collect(Collectors.toSet());
            List<Checks.Put> all = Checks.candidates(policy, List.of(), Integer.MAX_VALUE);
            assertThat(all).as(policy.id().value()).hasSizeGreaterThan(5);
            for (Checks.Put put : all) {
                switch (put.check()) {
                    case Check.Strength strength ->
                        assertThat(put.before() + put.options().get(put.right()).text() + put.after())
                                .isEqualToIgnoringWhitespace(put.clause().statement());
                    case Check.Place place ->
                        assertThat(put.options())
                                .allSatisfy(option -> assertThat(statements)
                                        .contains(
                                                option.leadIn().isEmpty()
                                                        ? option.text()
                                                        : option.leadIn() + " " + option.text()));
                }
            }
        }
    }

    @Test
    void just_one_answer_is_right() {
        for (Policy policy : policies()) {
            for (Checks.Put put : Checks.candidates(policy, List.of(), Integer.MAX_VALUE)) {
                assertThat(put.options()).doesNotHaveDuplicates();
                if (put.check() instanceof Check.Place place) {
                    assertThat(place.others())
                            .noneSatisfy(other -> assertThat(
                                            policy.clause(other).orElseThrow().headings())
                                    .contains(put.heading()));
                    assertThat(put.heading()).isEqualTo(put.clause().headings().getLast());
                }
            }
        }
    }

    @Test
    void the_place_of_the_right_answer_gives_nothing_away() {
        Policy policy = policies().stream()
                .filter(p -> p.id().value().equals("social-media"))
                .findFirst()
                .orElseThrow();
        Set<Integer> places = Checks.candidates(policy, List.of(), Integer.MAX_VALUE).stream()
                .filter(put -> put.check() instanceof Check.Place)
                .map(Checks.Put::right)
                .collect(Collectors.toSet());
        assertThat(places).hasSizeGreaterThan(2);
    }

    @Test
    void the_most_asked_come_first_and_a_clause_that_does_not_serve_is_passed_over() {
        Policy policy = policies().stream()
                .filter(p -> p.id().value().equals("social-media"))
                .findFirst()
                .orElseThrow();
        List<String> usual = Checks.candidates(policy, List.of(), Integer.MAX_VALUE).stream()
                .map(Checks.Put::number)
                .toList();
        assertThat(usual).doesNotContain("2.1.5").contains("2.4.6", "2.4.7");
        assertThat(Checks.candidates(policy, List.of("2.4.7", "no such clause", "2.1.5", "2.4.6"), 3))
                .extracting(Checks.Put::number)
                .containsExactly("2.4.7", "2.4.6", usual.getFirst());
    }

    @Test
    void a_clause_under_should_not_is_asked_for_with_its_lead_in() {
        Policy policy = policies().stream()
                .filter(p -> p.id().value().equals("social-media"))
                .findFirst()
                .orElseThrow();
        Checks.Put put = Checks.put(policy, new Check.Strength("2.4.6")).orElseThrow();
        assertThat(put.options().get(put.right()).text()).isEqualTo("should not");
        assertThat(put.before() + put.after())
                .contains("Use school ICT equipment")
                .doesNotContain("should");
    }

    @Test
    void a_question_comes_back_from_its_code() {
        for (Policy policy : policies()) {
            List<Check> checks = Checks.candidates(policy, List.of(), Integer.MAX_VALUE).stream()
                    .map(Checks.Put::check)
                    .toList();
            assertThat(Check.parseAll(Check.codes(checks))).isEqualTo(checks);
        }
    }
}
