package org.clausebot.desk.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static String cell(String words) {
        return Csv.text(List.of("Words"), List.of(List.of(words)));
    }

    @Test
    void a_table_is_written_as_spreadsheets_read_it() {
        assertThat(Csv.text(List.of("Week", "Said"), List.of(List.of("5 October", "“Pupils, \"online\"”"))))
                .isEqualTo("\uFEFFWeek,Said\r\n5 October,\"“Pupils, \"\"online\"\"”\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44", "@SUM(A1)", "-2+3", " =1", "\t=1", "＝1", "-cmd|' /C calc'!A0"})
    void a_cell_that_a_spreadsheet_would_reckon_out_is_only_text(String formula) {
        assertThat(cell(formula).replace("\"", "")).startsWith("\uFEFFWords\r\n'" + formula.replace("\"", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "-5", "-0.5", "12%", "can I - or not"})
    void numbers_and_other_words_stay_as_they_are(String plain) {
        assertThat(cell(plain)).isEqualTo("\uFEFFWords\r\n" + plain + "\r\n");
    }

    @Test
    void a_row_that_lacks_a_cell_is_refused() {
        assertThatThrownBy(() -> Csv.text(List.of("A", "B"), List.of(List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
