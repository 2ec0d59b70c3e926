package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.clausebot.policy.Span;
import org.clausebot.search.Stems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeantSentenceTest {
    private static final String HEADED =
            "Taking work home. Marking may go home. Files about a child must be signed out at the office.";
    private static final String STATING =
            "The kiln stands in the art room. Only the art teacher may fire the kiln. The hall is swept daily.";

    private static String meant(String text, String nearest, String question) {
        int from = text.indexOf(nearest);
        Span span = MeantSentence.of(text, new Span(from, from + nearest.length()), question, Stems.of(question));
        return text.substring(span.start(), span.end());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "can I take a file about a child with me|Files about a child must be signed out at the office.",
                "marking on the sofa|Marking may go home.",
                "what about tea|Marking may go home."
            })
    void a_heading_in_the_line_answers_nothing_and_the_sentence_most_like_the_question_does(
            String question, String meant) {
        assertThat(meant(HEADED, "Taking work home.", question)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "can I fire the kiln|Only the art teacher may fire the kiln.",
                "where is the kiln|The kiln stands in the art room.",
                "can I have my tea there|The kiln stands in the art room."
            })
    void one_that_allows_is_meant_where_that_is_asked_and_it_is_about_the_same(String question, String meant) {
        assertThat(meant(STATING, "The kiln stands in the art room.", question)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"can I fire the kiln", "where is the hall"})
    void a_sentence_that_speaks_is_left_alone(String question) {
        assertThat(meant(STATING, "Only the art teacher may fire the kiln.", question))
                .isEqualTo("Only the art teacher may fire the kiln.");
    }
}
