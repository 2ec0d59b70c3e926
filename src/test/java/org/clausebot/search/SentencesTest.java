package org.clausebot.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static List<String> of(String text) {
        return Sentences.of(text).stream()
                .map(s -> text.substring(s.start(), s.end()))
                .toList();
    }

    @Test
    void sentences_end_at_points_questions_and_exclamations() {
        assertThat(of("One. Two? \"Three!\" Four")).containsExactly("One.", "Two?", "\"Three!\"", "Four");
    }

    @Test
    void abbreviations_numbers_and_addresses_end_no_sentence() {
        assertThat(of("Use e.g. Seesaw, i.e. School. See 2.4.6 at www.x.org now."))
                .containsExactly("Use e.g. Seesaw, i.e. School.", "See 2.4.6 at www.x.org now.");
        assertThat(of("controls with regards to access. e.g. passwords")).hasSize(1);
        assertThat(of("Ask Mr. Smith. He knows.")).containsExactly("Ask Mr. Smith.", "He knows.");
    }

    @Test
    void blank_text_has_none_and_odd_text_is_whole() {
        assertThat(of("  ")).isEmpty();
        assertThat(of("...")).containsExactly("...");
        assertThat(of(" a ")).containsExactly("a");
    }

    @Test
    void together_they_are_the_clause_without_its_white_space() throws Exception {
        for (var clause : TestPolicies.socialMedia().clauses()) {
            assertThat(String.join("", of(clause.text())).replace(" ", ""))
                    .isEqualTo(clause.text().replace(" ", ""));
        }
    }
}
