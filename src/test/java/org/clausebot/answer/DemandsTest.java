package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.clausebot.policy.Clause;
import org.clausebot.policy.Span;
import org.clausebot.search.Stems;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandsTest {
    private static final String TWO = "If it happens, staff should keep the message and must not answer it.";

    private static Demands demands(String text) {
        return Demands.of(text, new Span(0, text.length()));
    }

    private static String meant(Demands demands, String question) {
        Span meant = demands.meant(question, Stems.of(question));
        return demands.text().substring(meant.start(), meant.end());
    }

    @Test
    void a_sentence_that_demands_two_things_has_two_demands_and_the_first_keeps_its_condition() {
        Demands two = demands(TWO);
        assertThat(two.each().stream().map(one -> TWO.substring(one.start(), one.end())))
                .containsExactly("If it happens, staff should keep the message", "and must not answer it.");
        assertThat(two.differ()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Staff should keep calm and should ask.",
                "Staff should keep calm and ask.",
                "Pupils and staff must sign.",
                "It states this and may not apply."
            })
    void a_sentence_that_speaks_with_one_strength_is_not_divided(String text) {
        assertThat(demands(text).differ()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "may I answer him|and must not answer it.",
                "do I keep what he wrote|If it happens, staff should keep the message",
                "what now|If it happens, staff should keep the message and must not answer it.",
                "keep it or answer it|If it happens, staff should keep the message and must not answer it."
            })
    void the_demand_that_the_question_is_about_is_meant_and_all_of_them_where_none_is(String question, String meant) {
        assertThat(meant(demands(TWO), question)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.1.5|If children|Does the head have to be told, or do I let somebody know at all?|MUST",
                "2.1.5|If children|must it go to somebody|MUST",
                "2.1.5|If children|who do I tell|MUST",
                "2.1.5|If children|should I respond|SHOULD_NOT",
                "2.1.5|If children|he wrote to me|SHOULD_NOT",
                "2.7.4|Schools should|do we attempt to look into it|SHOULD_NOT",
                "2.7.4|Schools should|which policy is it referred to|SHOULD",
                "2.8.3|If online|may I delete them|SHOULD_NOT",
                "2.8.3|If online|do I keep a record|SHOULD"
            })
    void what_a_clause_of_the_given_policy_demands_is_read_from_the_demand_that_is_asked_for(
            String address, String begins, String question, Stance stance) throws Exception {
        Clause clause = TestPolicies.socialMedia().clause(address).orElseThrow();
        int from = clause.text().indexOf(begins);
        int point = clause.text().indexOf(". ", from);
        Span sentence = new Span(from, point < 0 ? clause.text().length() : point + 1);
        Demands demands = Demands.of(clause.text(), sentence);
        assertThat(demands.differ()).isTrue();
        assertThat(StanceReader.of(clause, demands.meant(question, Stems.of(question)))
                        .stance())
                .isEqualTo(stance);
    }
}
