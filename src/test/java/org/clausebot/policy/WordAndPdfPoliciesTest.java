package org.clausebot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents by LibreOffice, by pandoc and in Word's own XML give the clauses that were written down with them. */
class WordAndPdfPoliciesTest {
    private static final Path POLICIES = Path.of("src/test/resources/policies");
    private static final Path TRUST = Path.of("src/test/resources/trust");

    static List<Path> documents() throws IOException {
        try (Stream<Path> word = Files.list(POLICIES.resolve("word"));
                Stream<Path> pdf = Files.list(POLICIES.resolve("pdf"))) {
            return Stream.concat(word, pdf)
                    .filter(p -> !p.toString().endsWith(".tsv") && Files.exists(expected(p)))
                    .sorted()
                    .toList();
        }
    }

    private static Path expected(Path document) {
        String name = document.getFileName().toString();
        return document.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".tsv");
    }

    static List<Clause> clauses(Path document) throws IOException, UnreadableDocumentException {
        DocumentReader reader = document.toString().endsWith(".pdf") ? new PdfReader() : new DocxReader();
        Blocks blocks = reader.read(Files.readAllBytes(document));
        return Structurer.structure(new PolicyId("read"), blocks).clauses();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_gives_its_clauses_numbers_and_lead_ins(Path document)
            throws IOException, UnreadableDocumentException {
        ExpectedClauses.Score score = ExpectedClauses.of(expected(document)).score(clauses(document));
        assertThat(score.boundaries()).as("boundaries: %s", score.wrong()).isGreaterThanOrEqualTo(0.98);
        assertThat(score.numbers()).as("numbers: %s", score.wrong()).isGreaterThanOrEqualTo(0.98);
        assertThat(score.leadIns()).as("lead-ins: %s", score.wrong()).isGreaterThanOrEqualTo(0.98);
        assertThat(score.headings()).as("headings: %s", score.wrong()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.extra()).as("clauses too many").isLessThanOrEqualTo(1);
    }

    @Test
    void the_trusts_visits_policy_gives_exactly_its_clauses() throws IOException, UnreadableDocumentException {
        ExpectedClauses expected = ExpectedClauses.of(TRUST.resolve("clauses/educational-visits.tsv"));
        ExpectedClauses.Score score = expected.score(clauses(TRUST.resolve("educational-visits.docx")));
        assertThat(score.wrong()).isEmpty();
        assertThat(score.extra()).isZero();
    }
}
