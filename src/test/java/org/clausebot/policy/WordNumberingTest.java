package org.clausebot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordNumberingTest {
    private static WordNumbering numbering(String inner) throws Exception {
        String xml = "<w:numbering xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + inner
                + "</w:numbering>";
        XmlNode part = XmlParts.read(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), Deadline.in(Duration.ofSeconds(5)));
        return WordNumbering.of(part, Map.of());
    }

    private static String level(int at, String format, String text, String more) {
        return "<w:lvl w:ilvl='%d'><w:start w:val='1'/><w:numFmt w:val='%s'/>%s<w:lvlText w:val='%s'/></w:lvl>"
                .formatted(at, format, more, text);
    }

    private static String definition(int id, String... levels) {
        return "<w:abstractNum w:abstractNumId='%d'>%s</w:abstractNum>".formatted(id, String.join("", levels));
    }

    private static String list(int id, int definition, String more) {
        return "<w:num w:numId='%d'><w:abstractNumId w:val='%d'/>%s</w:num>".formatted(id, definition, more);
    }

    private static String next(WordNumbering numbering, int list, int level) {
        return numbering
                .count(String.valueOf(list), level)
                .flatMap(WordNumbering.Mark::label)
                .orElse("");
    }

    private static final String OUTLINE = definition(
            1, level(0, "decimal", "%1", ""), level(1, "decimal", "%1.%2", ""), level(2, "lowerLetter", "(%3)", ""));

    @Test
    void inner_levels_begin_again_under_each_outer_one() throws Exception {
        WordNumbering numbering = numbering(OUTLINE + list(1, 1, ""));
        assertThat(next(numbering, 1, 0)).isEqualTo("1");
        assertThat(next(numbering, 1, 1)).isEqualTo("1.1");
        assertThat(next(numbering, 1, 2)).isEqualTo("(a)");
        assertThat(next(numbering, 1, 2)).isEqualTo("(b)");
        assertThat(next(numbering, 1, 1)).isEqualTo("1.2");
        assertThat(next(numbering, 1, 2)).isEqualTo("(a)");
        assertThat(next(numbering, 1, 0)).isEqualTo("2");
        assertThat(next(numbering, 1, 1)).isEqualTo("2.1");
    }

    @Test
    void lists_of_one_definition_go_on_counting_and_a_start_of_their_own_begins_again() throws Exception {
        WordNumbering numbering = numbering(OUTLINE
                + list(1, 1, "")
                + list(2, 1, "")
                + list(3, 1, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"));
        assertThat(next(numbering, 1, 0)).isEqualTo("1");
        assertThat(next(numbering, 2, 0)).isEqualTo("2");
        assertThat(next(numbering, 3, 0)).isEqualTo("1");
        assertThat(next(numbering, 3, 0)).isEqualTo("2");
        assertThat(next(numbering, 1, 0)).isEqualTo("3");
    }

    @Test
    void two_definitions_print_the_same_numbers() throws Exception {
        String other = definition(
                2,
                level(0, "decimal", "%1", ""),
                level(1, "decimal", "%1.%2", ""),
                level(2, "decimal", "%1.%2.%3", ""));
        WordNumbering numbering = numbering(
                other + other.replace("abstractNumId='2'", "abstractNumId='3'") + list(2, 2, "") + list(3, 3, ""));
        assertThat(next(numbering, 2, 2)).isEqualTo("1.1.1");
        assertThat(next(numbering, 3, 2)).isEqualTo("1.1.1");
        assertThat(next(numbering, 3, 2)).isEqualTo("1.1.2");
    }

    @Test
    void a_level_told_not_to_restart_counts_through() throws Exception {
        WordNumbering numbering = numbering(
                definition(1, level(0, "decimal", "%1", ""), level(1, "decimal", "R%2", "<w:lvlRestart w:val='0'/>"))
                        + list(1, 1, ""));
        next(numbering, 1, 0);
        assertThat(next(numbering, 1, 1)).isEqualTo("R1");
        next(numbering, 1, 0);
        assertThat(next(numbering, 1, 1)).isEqualTo("R2");
    }

    @Test
    void a_legal_level_prints_outer_romans_as_figures() throws Exception {
        WordNumbering numbering =
                numbering(definition(1, level(0, "upperRoman", "%1.", ""), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
                        + list(1, 1, ""));
        next(numbering, 1, 0);
        assertThat(next(numbering, 1, 0)).isEqualTo("II.");
        assertThat(next(numbering, 1, 1)).isEqualTo("2.1");
    }

    @Test
    void a_list_that_is_not_defined_prints_nothing() throws Exception {
        assertThat(numbering(OUTLINE).count("7", 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "27, lowerLetter, aa",
        "28, upperLetter, BB",
        "4, lowerRoman, iv",
        "1994, upperRoman, MCMXCIV",
        "7, decimalZero, 07",
        "12, decimalZero, 12",
        "2, ordinal, 2nd",
        "11, ordinal, 11th",
        "23, ordinal, 23rd",
        "30, cardinalText, Thirty",
        "41, ordinalText, Forty-first",
        "20, ordinalText, Twentieth",
        "9, japaneseCounting, 9"
    })
    void formats_print_as_word_prints_them(int number, String format, String printed) {
        assertThat(NumberFormat.print(number, format)).isEqualTo(printed);
    }
}
