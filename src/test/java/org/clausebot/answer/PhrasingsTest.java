package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clausebot.datafile.DataFileException;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.search.Example;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasingsTest {
    private static final double TOO_NEAR = 0.6;

    @TempDir
    Path folder;

    private static Set<String> words(String text) {
        String plain = text.toLowerCase(Locale.UK).replace('’', '\'');
        Set<String> words = new HashSet<>(List.of(plain.split("[^a-z0-9']+")));
        words.remove("");
        return words;
    }

    private static List<Set<String>> column(Path file, int column) throws Exception {
        List<Set<String>> texts = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            texts.add(words(line.split("\t", -1)[column]));
        }
        return texts;
    }

    private static List<Path> many(String... folders) throws Exception {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            try (var all = Files.newDirectoryStream(Path.of("index").resolve(folder), "*.tsv")) {
                all.forEach(files::add);
            }
        }
        return files;
    }

    /** The share of the words of either that both have. */
    private static double overlap(Set<String> a, Set<String> b) {
        long both = a.stream().filter(b::contains).count();
        return both == 0 ? 0 : (double) both / (a.size() + b.size() - both);
    }

    @Test
    void no_example_is_near_to_a_question_that_measures() throws Exception {
        List<Set<String>> measuring = new ArrayList<>(column(Path.of("index/questions/short.tsv"), 1));
        measuring.addAll(column(Path.of("index/questions/scenario.tsv"), 1));
        measuring.addAll(column(Path.of("index/questions/urgent.tsv"), 0));
        measuring.addAll(column(Path.of("index/questions/stances/develop.tsv"), 1));
        measuring.addAll(column(Path.of("index/questions/stances/report.tsv"), 1));
        for (Path file : many("questions/many/develop", "questions/many/report")) {
            measuring.addAll(column(file, 1));
        }
        assertThat(measuring).hasSizeGreaterThan(700);
        List<Set<String>> examples = new ArrayList<>();
        for (Path file : many("phrasings")) {
            if (!file.endsWith("urgent.tsv") && !file.endsWith("harmless.tsv")) {
                examples.addAll(column(file, 1));
            }
        }
        examples.addAll(column(Path.of("index/phrasings/urgent.tsv"), 0));
        examples.addAll(column(Path.of("index/phrasings/harmless.tsv"), 0));
        assertThat(examples).hasSizeGreaterThan(8_000);
        for (Set<String> example : examples) {
            for (Set<String> question : measuring) {
                assertThat(overlap(example, question))
                        .as("%s and %s", example, question)
                        .isLessThan(TOO_NEAR);
            }
        }
    }

    private static List<Policy> phrased() throws Exception {
        return List.of(
                TestPolicies.socialMedia(),
                TestPolicies.trust("staff-code-of-conduct"),
                TestPolicies.trust("mobile-devices-and-cameras"),
                TestPolicies.trust("acceptable-use-of-ict"),
                TestPolicies.trust("educational-visits"));
    }

    @ParameterizedTest
    @MethodSource("phrased")
    void every_clause_has_examples_and_every_example_a_clause(Policy policy) throws Exception {
        Set<String> clauses = new HashSet<>(Set.of(policy.id().value()));
        for (Clause clause : policy.clauses()) {
            clauses.add(clause.ref().toString());
        }
        Set<String> labels = new HashSet<>();
        for (Example example : Phrasings.read(Path.of("index/phrasings"), List.of(policy))) {
            labels.addAll(example.labels().keySet());
        }
        assertThat(labels).isEqualTo(clauses);
    }

    @Test
    void a_policy_without_phrasings_has_no_examples() throws Exception {
        assertThat(Phrasings.read(folder, List.of(TestPolicies.socialMedia()))).isEmpty();
    }

    @Test
    void a_wrong_row_is_named_with_file_and_line() throws Exception {
        Files.writeString(
                folder.resolve("social-media.tsv"), "id\tquestion\tgold\tkind\ttags\na\twhy\t2.6.1:3\tanswerable\t\n");
        assertThatThrownBy(() -> Phrasings.read(folder, List.of(TestPolicies.socialMedia())))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("social-media.tsv:2: gold is clause:grade");
    }
}
