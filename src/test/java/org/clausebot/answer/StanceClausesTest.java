package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader against sentences of 46 policies that were read by a person first. */
class StanceClausesTest {
    private static final Path CLAUSES = Path.of("training/data/clauses");
    private static final Path READ = Path.of("index/questions/stances/clauses");

    private record Sentence(String address, Clause clause, Span span, Stance wanted) {
        Stance read() {
            return StanceReader.of(clause, span).stance();
        }

        @Override
        public String toString() {
            return address + " " + read().code() + ", not " + wanted.code() + ": "
                    + clause.text().substring(span.start(), span.end());
        }
    }

    private static List<Sentence> sentences(String half) throws DataFileException {
        List<Sentence> sentences = new ArrayList<>();
        for (Tsv.Row row : Tsv.read(READ.resolve(half + ".tsv"), "policy", "ref", "sentence", "stance")) {
            String text = text(row);
            int from = text.indexOf(row.required("sentence"));
            Stance wanted = List.of(Stance.values()).stream()
                    .filter(stance -> stance.code().equals(row.get("stance")))
                    .findFirst()
                    .orElseThrow();
            Clause clause = new Clause(
                    new ClauseRef(new PolicyId(row.get("policy")), "1", 0),
                    List.of(),
                    Optional.empty(),
                    text,
                    new Span(0, text.length()));
            sentences.add(new Sentence(
                    row.get("policy") + "/" + row.get("ref"),
                    clause,
                    new Span(from, from + row.get("sentence").length()),
                    wanted));
        }
        return sentences;
    }

    private static String text(Tsv.Row row) throws DataFileException {
        return Tsv.read(CLAUSES.resolve(row.required("policy") + ".tsv"), "ref", "headings", "text").stream()
                .filter(clause -> clause.get("ref").equals(row.get("ref")))
                .map(clause -> clause.get("text"))
                .filter(text -> text.contains(row.get("sentence")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No such sentence: " + row.get("sentence")));
    }

    @ParameterizedTest
    @CsvSource({"develop, 0.97", "report, 0.95"})
    void clauses_of_policies_never_seen_are_read_as_a_person_reads_them(String half, double least)
            throws DataFileException {
        List<Sentence> sentences = sentences(half);
        List<Sentence> wrong = sentences.stream()
                .filter(sentence -> sentence.read() != sentence.wanted())
                .toList();
        assertThat(1 - wrong.size() / (double) sentences.size())
                .as(() ->
                        String.join("\n", wrong.stream().map(Sentence::toString).toList()))
                .isGreaterThanOrEqualTo(least);
    }
}
