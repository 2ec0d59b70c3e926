package org.clausebot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Word and PDF policies whose clauses were written down before any reader had seen them. */
class SecondHandWordAndPdfTest {
    private static final Path POLICIES = Path.of("src/test/resources/policies/second-hand");

    static List<Path> documents() throws IOException {
        try (Stream<Path> all = Files.list(POLICIES)) {
            return all.filter(p -> p.toString().matches(".*\\.(docx|pdf)"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_by_a_second_hand_gives_its_clauses_numbers_and_lead_ins(Path document)
            throws IOException, UnreadableDocumentException {
        String name = document.getFileName().toString();
        Path expected = document.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".tsv");
        ExpectedClauses.Score score = ExpectedClauses.of(expected).score(WordAndPdfPoliciesTest.clauses(document));
        assertThat(score.boundaries()).as("boundaries: %s", score.wrong()).isGreaterThanOrEqualTo(0.99);
        assertThat(score.numbers()).as("numbers: %s", score.wrong()).isGreaterThanOrEqualTo(0.99);
        assertThat(score.leadIns()).as("lead-ins: %s", score.wrong()).isGreaterThanOrEqualTo(0.99);
        assertThat(score.headings()).as("headings: %s", score.wrong()).isGreaterThanOrEqualTo(0.99);
        assertThat(score.extra()).as("clauses too many").isLessThanOrEqualTo(1);
    }
}
