package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clausebot.answer.FollowUp.Leaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpTest {
    private static Question after(String text, String... earlier) {
        return new Question(text, List.of(earlier));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what if it's an emergency?|WHOLLY",
                "and on my own phone?|WHOLLY",
                "who to|WHOLLY",
                "does that count|WHOLLY",
                "it happened at home one evening, so surely nobody can mind|PERHAPS",
                "I am on leave though, must I still say something|PERHAPS",
                "can I post photos of sports day on my Facebook page|NONE",
                "a mum from my class wants my mobile number for a playdate with her son and mine next week|NONE",
            })
    void how_much_a_message_leans_on_those_before_it_is_known(String text, Leaning leaning) {
        assertThat(FollowUp.leaning(after(text, "can I ring a parent?"))).isEqualTo(leaning);
        assertThat(FollowUp.leaning(after(text))).isEqualTo(Leaning.NONE);
    }

    @Test
    void it_is_completed_back_to_the_last_message_that_stands_alone() {
        assertThat(FollowUp.completed(
                        after("and tomorrow?", "can I use Zoom", "can I ring a parent?", "from my own phone though?")))
                .isEqualTo("can I ring a parent? from my own phone though? and tomorrow?");
        assertThat(FollowUp.completed(after("why?", "and now?", "and then?", "and there?", "and here?")))
                .isEqualTo("and then? and there? and here? why?");
    }
}
