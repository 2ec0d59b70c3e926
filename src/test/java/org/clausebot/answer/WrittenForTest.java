package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clausebot.datafile.DataFileException;
import org.clausebot.policy.Policy;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenForTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write_phrasings() throws Exception {
        Files.createDirectories(folder.resolve("written-for"));
        Files.writeString(
                folder.resolve("written-for/rules.tsv"),
                "ref\ttext\n1\tDogs must not be brought on site.\n2\tVisitors sign the book at the front office.\n");
        Files.writeString(folder.resolve("rules.tsv"), """
                id\tquestion\tgold\tkind\ttags
                a\tmay my dog come\t1:2\tanswerable\t
                b\twho signs in\t2:2\tanswerable\t
                """);
    }

    private List<String> taught(Policy policy) throws Exception {
        return Phrasings.read(folder, List.of(policy)).stream()
                .filter(example -> example.text().startsWith("may my dog"))
                .flatMap(example -> example.labels().keySet().stream())
                .filter(label -> label.contains("/"))
                .toList();
    }

    @Test
    void a_clause_that_has_moved_keeps_its_phrasings() throws Exception {
        Policy renumbered = TestPolicies.of(
                "rules",
                "1",
                "Gates are shut at four.",
                "2",
                "Visitors sign the book at the office.",
                "3",
                "Dogs must not be brought on site.");
        assertThat(taught(renumbered)).containsExactly("rules/3");
    }

    @Test
    void a_clause_that_is_no_longer_there_is_taught_nothing() throws Exception {
        assertThat(taught(TestPolicies.of(
                        "rules", "1", "Gates are shut at four.", "2", "Visitors sign the book at the front office.")))
                .isEmpty();
    }

    @Test
    void another_policy_of_the_same_name_learns_nothing_from_them() throws Exception {
        Policy another =
                TestPolicies.of("rules", "1", "Goals are counted by the umpire.", "2", "A match has two halves.");
        assertThat(Phrasings.read(folder, List.of(another))).isEmpty();
        assertThat(WrittenRows.phrased(folder, List.of(another))).isEmpty();
    }

    @Test
    void without_the_file_addresses_stay_as_they_are() throws Exception {
        Files.delete(folder.resolve("written-for/rules.tsv"));
        assertThat(taught(TestPolicies.of("rules", "1", "Gates are shut at four.", "2", "Visitors sign.")))
                .containsExactly("rules/1");
    }

    @Test
    void a_broken_file_is_named() throws Exception {
        Files.writeString(folder.resolve("written-for/rules.tsv"), "ref\ttext\n1\t\n");
        assertThatThrownBy(() -> taught(TestPolicies.of("rules", "1", "Gates are shut at four.")))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("rules.tsv:2");
    }
}
