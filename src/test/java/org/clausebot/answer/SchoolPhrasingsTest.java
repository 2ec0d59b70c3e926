package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.clausebot.policy.PolicyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolPhrasingsTest {
    private static final PolicyId RULES = new PolicyId("rules");
    private static final String HEADER = "id\tquestion\tgold\tkind\ttags\n";

    @TempDir
    Path data;

    private Path file;
    private SchoolPhrasings phrasings;

    @BeforeEach
    void open() {
        file = data.resolve("phrasings/rules.tsv");
        phrasings = new SchoolPhrasings(data.resolve("phrasings"));
    }

    private void write(String text) throws IOException {
        Files.createDirectories(data.resolve("phrasings"));
        Files.writeString(file, text);
    }

    @Test
    void what_is_added_is_there_with_an_id_of_its_own() throws Exception {
        assertThat(phrasings.rows(RULES)).isEmpty();
        assertThat(phrasings.add(RULES, "2.6.1", 2, "can I add  a mum\n\ton insta? "))
                .isEqualTo("s-0001");
        assertThat(phrasings.add(RULES, "1.1.1#2", 1, "Füße & \"quotes\"")).isEqualTo("s-0002");
        assertThat(new SchoolPhrasings(data.resolve("phrasings")).rows(RULES))
                .containsExactly(
                        new SchoolPhrasings.Row("s-0001", "can I add a mum on insta?", Map.of("2.6.1", 2)),
                        new SchoolPhrasings.Row("s-0002", "Füße & \"quotes\"", Map.of("1.1.1#2", 1)));
        assertThat(phrasings.rows(new PolicyId("other"))).isEmpty();
        assertThat(file)
                .hasContent(HEADER + "s-0001\tcan I add a mum on insta?\t2.6.1:2\tanswerable\t\n"
                        + "s-0002\tFüße & \"quotes\"\t1.1.1#2:1\tanswerable\t\n");
    }

    @Test
    void one_is_taken_away_by_its_id() throws Exception {
        phrasings.add(RULES, "1", 2, "one");
        phrasings.add(RULES, "2", 2, "two");
        assertThat(phrasings.remove(RULES, "s-0001")).isTrue();
        assertThat(phrasings.remove(RULES, "s-0001")).isFalse();
        assertThat(phrasings.rows(RULES)).extracting(SchoolPhrasings.Row::words).containsExactly("two");
        assertThat(phrasings.add(RULES, "3", 2, "three")).isEqualTo("s-0003");
    }

    @Test
    void a_row_that_is_damaged_is_passed_over_named_and_never_lost() throws Exception {
        write("\uFEFF" + HEADER.replace("\n", "\r\n") + "a\tmay I smoke\t3:2;4:1\tanswerable\t\r\n\r\nno cells here\r\n"
                + "b\twhich\t3:9\tanswerable\t\r\nc\t \t3:2\tanswerable\t");
        assertThat(phrasings.rows(RULES))
                .containsExactly(new SchoolPhrasings.Row("a", "may I smoke", Map.of("3", 2, "4", 1)));
        assertThat(phrasings.remarks(RULES))
                .satisfiesExactlyInAnyOrder(
                        remark -> assertThat(remark).contains("rules.tsv:4: ", "1 cells", "passed over"),
                        remark -> assertThat(remark).contains("rules.tsv:5: ", "clause:grade", "passed over"),
                        remark -> assertThat(remark).contains("rules.tsv:6: ", "empty", "passed over"));
        phrasings.add(RULES, "5", 2, "may I eat");
        assertThat(Files.readString(file)).contains("no cells here", "b\twhich\t3:9", "s-0001\tmay I eat");
        assertThat(phrasings.rows(RULES)).hasSize(2);
    }

    @Test
    void a_file_of_another_form_teaches_nothing_and_is_not_written_to() throws Exception {
        for (byte[] bytes : List.of(
                "question,clause\nwhy,2\n".getBytes(StandardCharsets.UTF_8),
                new byte[0],
                (HEADER + "a\tcaf\u00e9\t1:2\tanswerable\t\n").getBytes(StandardCharsets.ISO_8859_1))) {
            Files.createDirectories(data.resolve("phrasings"));
            Files.write(file, bytes);
            assertThat(phrasings.rows(RULES)).isEmpty();
            assertThat(phrasings.remarks(RULES))
                    .singleElement()
                    .asString()
                    .contains("rules.tsv", "nothing is learnt from this file until it is mended");
            assertThatThrownBy(() -> phrasings.add(RULES, "1", 2, "words"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("rules.tsv")
                    .hasMessageContaining("Mend the file or move it away");
            assertThat(file).hasBinaryContent(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \t\n", "\u0000"})
    void words_that_are_none_are_refused(String words) {
        assertThatThrownBy(() -> phrasings.add(RULES, "1", 2, words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("characters");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"1,0", "1,3", "'',2", "1;2,2", "1:2,2", "'1\t2',2"})
    void a_clause_or_a_grade_that_is_none_is_refused(String address, int grade) {
        assertThatThrownBy(() -> phrasings.add(RULES, address, grade, "words"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void many_who_add_at_once_lose_nothing_and_leave_nothing_behind() throws Exception {
        List<Future<String>> added = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                String words = "words " + i;
                SchoolPhrasings each = i % 2 == 0 ? phrasings : new SchoolPhrasings(data.resolve("phrasings"));
                added.add(people.submit(() -> each.add(RULES, "1", 2, words)));
            }
        }
        List<String> ids = new ArrayList<>();
        for (Future<String> id : added) {
            ids.add(id.get());
        }
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(phrasings.rows(RULES)).extracting(SchoolPhrasings.Row::id).containsExactlyInAnyOrderElementsOf(ids);
        try (Stream<Path> files = Files.list(data.resolve("phrasings"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void of_no_school_there_is_nothing_and_nothing_can_be_added() {
        assertThat(SchoolPhrasings.NONE.rows(RULES)).isEmpty();
        assertThatThrownBy(() -> SchoolPhrasings.NONE.add(RULES, "1", 2, "words"))
                .isInstanceOf(IOException.class);
    }
}
