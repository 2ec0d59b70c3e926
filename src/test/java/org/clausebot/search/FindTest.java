package org.clausebot.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindTest {
    private static final String LETTERED = "3(d)(ii)";

    private final ClauseIndex index = open();

    private static ClauseIndex open() {
        try {
            return TestIndexes.of(
                    Path.of("target", "find-index"),
                    TestPolicies.socialMedia(),
                    TestPolicies.of("lettered", LETTERED, "Keep the key.", "3(d)(iii)", "Lock the door."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void close() {
        index.close();
    }

    private List<String> find(String query) throws FindSyntaxException {
        return index.find(query, 100).stream()
                .map(h -> h.clause().ref().address())
                .toList();
    }

    @Test
    void fields_phrases_and_operators_narrow_what_is_found() throws Exception {
        assertThat(find("heading:communication AND \"personal information\""))
                .containsExactlyInAnyOrder("2.1.4", "2.5.2");
        assertThat(find("leadin:\"should not\"")).containsExactlyInAnyOrder("2.4.6", "2.4.7");
        assertThat(find("text:LADO -police")).containsExactly("2.7.5");
        assertThat(find("policy:lettered door")).contains("3(d)(iii)");
    }

    @Test
    void printed_numbers_are_found_as_printed() throws Exception {
        assertThat(find("number:2.4.6")).containsExactly("2.4.6");
        assertThat(find("2.4.6")).containsExactly("2.4.6");
        assertThat(find("number:2.4.*"))
                .containsExactlyInAnyOrder("2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.4.6", "2.4.7");
        assertThat(find("number:3(d)(ii)")).containsExactly(LETTERED);
        assertThat(find("(number:3(D)(ii) OR number:2.4.1)")).containsExactlyInAnyOrder(LETTERED, "2.4.1");
        assertThat(find("number:\"1.1.1#3\"")).containsExactly("1.1.1#3");
        assertThat(find("number:1.4")).hasSize(3);
    }

    @Test
    void what_was_found_is_marked_in_the_clause() throws Exception {
        Hit hit = index.find("text:password*", 1).getFirst();
        assertThat(hit.matched())
                .extracting(span -> hit.clause().text().substring(span.start(), span.end()))
                .allMatch(word -> word.startsWith("password"))
                .isNotEmpty();
        assertThat(index.find("pupils -password", 9))
                .allSatisfy(h -> assertThat(h.matched()).isNotNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pupil AND (phone|11|( is not closed",
                "pupil) phone|6|closes nothing",
                "\"personal information|1|not closed",
                "pupil AND|10|Something is missing",
                "AND pupil|1|A word is missing before",
                "pupil AND OR phone|11|A word is missing before",
                "headng:social|1|Did you mean heading:?",
                "pupil colour:red|7|There is no field \"colour\"",
                "*phone|1|cannot begin with",
                "pupil ?hone|7|cannot begin with",
                "/ph.*/|1|slashes",
                "heading:|9|needs a word",
                "()|2|nothing between",
                "pupil ^|8|Something is missing",
                "pupil [x]|9|meaning of its own",
                "[a TO|6|Something is missing",
                "' '|1|Write what to find",
            })
    void a_mistake_is_pointed_at(String query, int column, String message) {
        FindSyntaxException e = thrown(query.equals("' '") ? " " : query);
        assertThat(e).hasMessageContaining(message);
        assertThat(e.column()).isEqualTo(column);
        assertThat(e.pointed().split("\n", 2)[1]).isEqualTo(" ".repeat(column - 1) + "^");
    }

    private FindSyntaxException thrown(String query) {
        return catchThrowableOfType(FindSyntaxException.class, () -> index.find(query, 10));
    }

    @Test
    void a_long_query_is_refused_and_its_end_pointed_at() {
        FindSyntaxException e = thrown("a ".repeat(300));
        assertThat(e).hasMessageContaining("500 characters at most");
        assertThat(e.pointed().lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a*b*c*d*e*f",
                "pupil~9999",
                "\"pupil phone\"~999999",
                "[a TO z]",
                "{* TO *}",
                "*",
                "*:*",
                "a^9999999",
                "the",
                "pupil AND the",
                "\\",
                "a\\",
                "\uD800",
                "\u0000",
                "text:*",
                "😀",
                "!!!",
                "+ -",
                "a:b:c",
                "~",
                "((((((a))))))",
                "number:(((",
                "number:3(d",
                "-pupil",
                "NOT pupil",
                "{",
                "a TO b",
                "\"\"",
                "heading:()",
                "pupil^^",
                "a^b"
            })
    void nothing_typed_gives_more_than_a_message(String query) {
        long start = processorTime();
        try {
            assertThat(index.find(query, 10)).hasSizeLessThanOrEqualTo(10);
        } catch (FindSyntaxException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("org.apache", "Encountered", "null");
        }
        assertThat(processorTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void groups_nested_to_the_full_length_are_understood_or_refused_in_words() {
        String nested = "(".repeat(249) + "a" + ")".repeat(249);
        try {
            assertThat(index.find(nested, 1)).hasSizeLessThanOrEqualTo(1);
        } catch (FindSyntaxException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** Nanoseconds that this thread has worked: what else the machine is doing does not count. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
