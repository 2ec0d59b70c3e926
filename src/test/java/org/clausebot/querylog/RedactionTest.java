package org.clausebot.querylog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final Redaction PLAIN = Redaction.plain();

    @Test
    void of_what_people_marked_in_the_half_that_no_rule_was_made_on_98_in_a_hundred_are_hidden() throws Exception {
        RedactionMeasure found = RedactionMeasure.of(List.of(Path.of("index/redaction/report.tsv")), PLAIN);

        assertThat(found.recall()).as(found.asTable()).isGreaterThanOrEqualTo(0.98);
        assertThat(found.precision()).as(found.asTable()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void the_measure_counts_a_mark_of_which_a_letter_was_kept_as_a_miss() throws Exception {
        RedactionMeasure found =
                RedactionMeasure.of(List.of(Path.of("src/test/resources/redaction/two-misses.tsv")), PLAIN);

        assertThat(found.misses())
                .containsExactly("class: the reds in: who teaches the reds", "name: Zainab k in: is Zainab k ill");
        assertThat(found.recall()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "can I add Mrs Begum? | can I add [name]?",
                "will grace be told | will grace be told",
                "Grace told me | [name] told me",
                "ask Will's mum | ask [name]'s mum",
                "May I ring May on 07700 900123 | May I ring [name] on [phone]",
                "JAYDEN KEEPS TEXTING ME | [name] KEEPS TEXTING ME",
                "mail sam.o'neil+x@school.example | mail [email]",
                "12 Mill Lane, LS6 3HN | [address], [postcode]",
                "born 3rd March 2016 | born [date]",
                "is 2.4.6 about year 6 and KS2? | is 2.4.6 about year 6 and KS2?",
                "call 999 or 101 | call 999 or 101",
                "Zainab​ Khan | [name]",
                "Łukasz, 王小明 and محمد | [name], [name] and [name]",
                "they all go to Hillcrest Academy | they all go to [school]",
                "Year 6 Oak made a chat | [class] made a chat"
            })
    void what_names_somebody_is_replaced_by_its_kind_and_the_rest_stays(String asked, String kept) {
        assertThat(PLAIN.of(asked)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can I use Teams to ring parents?",
                "is it ok to have facebook friends who are parents",
                "Which governors may see WhatsApp messages?",
                "who do i tell if a colleague is messaging pupils",
                "may staff post photos of sports day on Twitter"
            })
    void a_question_that_names_nobody_is_kept_as_it_is(String asked) {
        assertThat(PLAIN.of(asked)).isEqualTo(asked);
    }

    @Test
    void the_schools_own_people_are_hidden_by_any_part_of_their_names_and_the_school_by_its_name() {
        Redaction redaction = new Redaction(
                () -> new Redaction.Known(List.of("Hope Summers", "Mark Long"), List.of("Oakfield Primary School")));

        assertThat(redaction.of("hope and long said oakfield primary school allows it"))
                .isEqualTo("[name] and [name] said [school] allows it");
    }

    @Test
    void nothing_that_anybody_can_type_makes_it_fail() {
        for (String odd : List.of(
                "",
                " ",
                "\u0001",
                "'",
                "’s",
                "\uD83D",
                "Mr",
                "Mr and",
                "@",
                "😀😀",
                "a".repeat(5_000),
                "(".repeat(2_000),
                "1 ".repeat(2_000),
                "Mr ".repeat(2_000),
                "x@".repeat(2_000))) {
            assertThat(PLAIN.of(odd)).isNotNull();
        }
    }
}
