package org.clausebot.desk.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Span;
import org.clausebot.search.FindSyntaxException;
import org.clausebot.search.Notes;
import org.junit.jupiter.api.Test;

class QueryWriterTest {
    private static final Notes NOTES = new Notes(List.of(new Notes.Note(
            new Clause(
                    new ClauseRef(new PolicyId("social-media"), "2.4.6"),
                    List.of("2.4 Protection"),
                    java.util.Optional.empty(),
                    "Use it",
                    new Span(0, 6)),
            "phone and camera of a parent")));

    private static String written(String all, String phrase, String any, String none, String in, String number) {
        return QueryWriter.write(new QueryWriter.Parts(all, phrase, any, none, in, number, ""));
    }

    @Test
    void each_field_of_the_form_becomes_a_part_of_the_query() {
        assertThat(written("phone camera", "", "", "", "", "")).isEqualTo("phone AND camera");
        assertThat(written("", "personal information", "", "", "", "")).isEqualTo("\"personal information\"");
        assertThat(written("", "", "blog vlog", "pupil", "", "")).isEqualTo("(blog OR vlog) NOT pupil");
        assertThat(written("photos", "", "", "", "heading", "2.4")).isEqualTo("heading:photos AND number:2.4*");
        assertThat(QueryWriter.write(new QueryWriter.Parts("", "", "", "", "", "", "social-media")))
                .isEqualTo("policy:\"social-media\"");
    }

    @Test
    void nothing_to_look_for_is_no_query() {
        assertThat(written(" ", "!", "", "pupil", "", "")).isEmpty();
    }

    @Test
    void words_that_mean_something_in_a_query_are_words() {
        assertThat(written("AND e-mail NOT", "a \"b\" c", "", "", "", ""))
                .isEqualTo("and AND \"e mail\" AND not AND \"a b c\"");
    }

    @Test
    void whatever_is_typed_into_the_form_can_be_read_as_a_query() throws FindSyntaxException {
        Random random = new Random(7);
        String signs = "ab9 \"'()[]{}:*?~^+-!&|\\/#.é ";
        for (int i = 0; i < 500; i++) {
            List<String> typed = IntStream.range(0, 5)
                    .mapToObj(field -> random.ints(random.nextInt(12), 0, signs.length())
                            .mapToObj(at -> signs.substring(at, at + 1))
                            .collect(Collectors.joining()))
                    .toList();
            String query = written(typed.get(0), typed.get(1), typed.get(2), typed.get(3), "text", typed.get(4));
            if (!query.isEmpty()) {
                assertThat(NOTES.find(query, 5)).as(query).isNotNull();
            }
        }
    }

    @Test
    void the_query_finds_what_the_form_asked_for() throws FindSyntaxException {
        assertThat(NOTES.find(written("camera phones", "", "", "", "text", "2.4"), 5)).containsExactly(0);
        assertThat(NOTES.find(written("camera", "", "", "parents", "", ""), 5)).isEmpty();
        assertThat(NOTES.find(written("", "camera phone", "", "", "", ""), 5)).isEmpty();
    }
}
