package org.clausebot.datafile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TsvTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("rows.tsv"), text);
    }

    @Test
    void rows_keep_their_line_and_blank_lines_are_passed_over() throws Exception {
        List<Tsv.Row> rows = Tsv.read(file("\uFEFFid\ttext\r\na\t one \r\n\r\nb\t\n"), "id", "text");
        assertThat(rows).extracting(Tsv.Row::line).containsExactly(2, 4);
        assertThat(rows).extracting(r -> r.get("text")).containsExactly("one", "");
    }

    @Test
    void an_empty_required_cell_is_named_with_file_and_line() throws Exception {
        Tsv.Row row = Tsv.read(file("id\ttext\n\tone\n"), "id", "text").getFirst();
        assertThatThrownBy(() -> row.required("id"))
                .isInstanceOf(DataFileException.class)
                .hasMessageEndingWith("rows.tsv:2: the cell \"id\" is empty");
    }

    @Test
    void a_short_row_is_named_with_file_and_line() throws Exception {
        Path file = file("id\ttext\na\tone\nb\n");
        assertThatThrownBy(() -> Tsv.read(file, "id", "text"))
                .hasMessageContaining("rows.tsv:3: has 1 cells where the header has 2");
    }

    @Test
    void another_header_says_which_columns_are_wanted() throws Exception {
        Path file = file("id,text\n");
        assertThatThrownBy(() -> Tsv.read(file, "id", "text"))
                .hasMessageContaining("rows.tsv:1: the first line must name the columns id, text");
    }

    @Test
    void an_empty_file_a_folder_a_missing_file_and_other_bytes_are_refused() throws Exception {
        assertThatThrownBy(() -> Tsv.read(file(""), "id")).isInstanceOf(DataFileException.class);
        assertThatThrownBy(() -> Tsv.read(folder, "id")).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> Tsv.read(folder.resolve("none"), "id")).hasMessageContaining("no such file");
        Path latin = Files.write(folder.resolve("latin.tsv"), new byte[] {'i', 'd', '\n', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> Tsv.read(latin, "id")).hasMessageContaining("is not UTF-8");
    }
}
