package org.clausebot.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Ranked;
import org.clausebot.answer.Stance;
import org.clausebot.datafile.DataFileException;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final Policy RULES = TestPolicies.of("rules", "1", "One.", "2", "Two.", "3", "Three.", "4", "Four.");
    private static final Policy OTHER = TestPolicies.of("other", "1", "Uno.");

    @TempDir
    Path folder;

    private static Outcome outcome(Map<String, Integer> gold, String... ranking) {
        return new Outcome(new Case("id", "question", gold), List.of(ranking), 0.5, "quoted", Stance.NONE);
    }

    @Test
    void ndcg_has_linear_gains_and_looks_three_deep() {
        // Gains 1, 0, 2 at places 1 to 3: 1 + 2/log2(4) = 2; ideal 2 + 1/log2(3)
        double ideal = 2 + 1 / (Math.log(3) / Math.log(2));
        assertThat(outcome(Map.of("a", 2, "b", 1), "b", "x", "a").ndcg()).isCloseTo(2 / ideal, EXACT);
        assertThat(outcome(Map.of("a", 2, "b", 1), "a", "b").ndcg()).isCloseTo(1, EXACT);
        assertThat(outcome(Map.of("a", 2), "x", "y", "z", "a").ndcg()).isZero();
        assertThat(outcome(Map.of("a", 2, "b", 2, "c", 2, "d", 2), "d", "c", "b")
                        .ndcg())
                .isCloseTo(1, EXACT);
    }

    @Test
    void success_hit_recall_and_rank_count_grade_two_alone() {
        Outcome second = outcome(Map.of("a", 2, "c", 2, "b", 1), "b", "a", "x", "c");
        assertThat(second.success()).isZero();
        assertThat(second.hit()).isEqualTo(1);
        assertThat(second.recall()).isEqualTo(0.5);
        assertThat(second.reciprocalRank()).isEqualTo(0.5);
        Outcome none = outcome(Map.of("a", 2), "b");
        assertThat(none.hit() + none.recall() + none.reciprocalRank()).isZero();
        assertThat(outcome(Map.of("a", 2), "a").success()).isEqualTo(1);
        assertThat(outcome(Map.of("a", 2)).ndcg()).isZero();
    }

    private static Outcome scored(Map<String, Integer> gold, double answerable) {
        return new Outcome(new Case("s", "q", gold), List.of(), answerable, "quoted", Stance.NONE);
    }

    private static List<Outcome> scored(List<Double> answerable, List<Double> not) {
        return java.util.stream.Stream.concat(
                        answerable.stream().map(s -> scored(Map.of("a", 2), s)),
                        not.stream().map(s -> scored(Map.of(), s)))
                .toList();
    }

    @Test
    void auroc_is_the_share_of_pairs_in_order_with_ties_half() {
        assertThat(Statistics.auroc(scored(List.of(0.9, 0.8), List.of(0.1, 0.2))))
                .isEqualTo(1);
        assertThat(Statistics.auroc(scored(List.of(0.1, 0.2), List.of(0.9)))).isZero();
        // 0.5 ties, 0.9 wins, 0.3 loses to 0.5 and wins over 0.2
        assertThat(Statistics.auroc(scored(List.of(0.5, 0.9, 0.3), List.of(0.5, 0.2))))
                .isCloseTo(4.5 / 6, EXACT);
        assertThat(Statistics.auroc(scored(List.of(0.5), List.of()))).isEqualTo(0.5);
    }

    @Test
    void the_abstention_table_lets_the_given_share_through() {
        List<Double> yes = IntStream.rangeClosed(1, 20).mapToObj(i -> i / 20.0).toList();
        List<Outcome> outcomes = scored(yes, List.of(0.04, 0.07, 0.5, 0.99));
        // At 100% the threshold is 0.05, at 95% 0.10, at 50% 0.55
        assertThat(Statistics.refused(outcomes, 1)).isEqualTo(0.25);
        assertThat(Statistics.refused(outcomes, 0.95)).isEqualTo(0.5);
        assertThat(Statistics.refused(outcomes, 0.5)).isEqualTo(0.75);
    }

    private static ClauseRef ref(String full) {
        int slash = full.indexOf('/');
        return new ClauseRef(new PolicyId(full.substring(0, slash)), full.substring(slash + 1));
    }

    private static Findings found(double answerable, String... addresses) {
        return new Findings(
                "q",
                answerable,
                List.of(addresses).stream().map(a -> new Ranked(ref(a), 1)).toList());
    }

    private static Measure measure(Function<String, Findings> found) {
        return new Measure(
                List.of(OTHER, RULES), from -> Subjects.of(q -> new Answer.NotCovered(found.apply(q.text()))), 1);
    }

    @Test
    void a_file_is_measured_whole_and_the_interval_holds_the_figure() throws Exception {
        Path file = write(
                "a\tone?\t1:2;2:1\tanswerable\t\nb\ttwo?\t2:2\tanswerable\t\nc\tlunch?\t\tunanswerable\t\nd\tfour?\t9:2\tanswerable\t\n");
        Measure measure = measure(question -> switch (question) {
            case "one?" -> found(0.9, "rules/1", "rules/2");
            case "two?" -> found(0.8, "rules/1", "rules/2");
            case "four?" -> found(0.7, "other/1");
            default -> found(0.1, "rules/4");
        });
        Measurement found = measure.of(List.of(file), Optional.empty());
        assertThat(found.counts()).containsEntry("answerable", 3);
        assertThat(found.counts()).containsEntry("unanswerable", 1);
        assertThat(found.unknown()).containsExactly("rules/9");
        assertThat(found.metrics().keySet())
                .containsExactly(
                        "nDCG@3",
                        "success@1",
                        "hit@3",
                        "recall@3",
                        "MRR",
                        "right policy first",
                        "AUROC of answerability",
                        "calibration error",
                        "Brier score");
        assertThat(value(found, "success@1")).isCloseTo(1 / 3.0, EXACT);
        assertThat(value(found, "MRR")).isCloseTo(0.5, EXACT);
        assertThat(value(found, "AUROC of answerability")).isEqualTo(1);
        assertThat(found.metrics().values())
                .allSatisfy(f -> assertThat(f.value()).isBetween(f.low(), f.high()));
        assertThat(found.silence().abstention().keySet()).containsExactly(0.90, 0.95, 0.98, 0.99);
        assertThat(measure.of(List.of(file), Optional.empty())).isEqualTo(found);
        assertThat(found.asTable()).contains("MRR", "0.500", "No policy has these clauses of the file: rules/9");
        assertThat(found.asMap()).containsKeys("questions", "metrics", "refusedAtAnswered");
    }

    private static double value(Measurement measurement, String metric) {
        Measurement.Figure figure = measurement.metrics().get(metric);
        return figure == null ? Double.NaN : figure.value();
    }

    @Test
    void a_clause_of_another_policy_with_the_same_number_is_wrong() throws Exception {
        Path file = write("a\tone?\t1:2;2:1\tanswerable\t\nb\ttwo?\tother/1:2\tanswerable\t\n");
        Measurement found = measure(question -> found(0.5, "other/1")).of(List.of(file), Optional.empty());
        assertThat(value(found, "success@1")).isEqualTo(0.5);
        assertThat(found.silence()).isEqualTo(Silence.UNKNOWN);
    }

    private Path write(String rows) throws Exception {
        return Files.writeString(folder.resolve("q.tsv"), "id\tquestion\tgold\tkind\ttags\n" + rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a;why;2.6.1;answerable;|q.tsv:2: gold is clause:grade",
                "a;why;2.6.1:3;answerable;|q.tsv:2: gold is clause:grade",
                "a;why;;answerable;|q.tsv:2: an answerable question needs",
                "a;why;2.6.1:2;unanswerable;|q.tsv:2: an unanswerable question has no clauses",
                "a;why;;perhaps;|q.tsv:2: kind is answerable or unanswerable",
                "a;;;unanswerable;|q.tsv:2: the cell \"question\" is empty",
                "a;why;1:2,1:1;answerable;|q.tsv:2: 1 stands twice",
                "a;why;;unanswerable|q.tsv:2: has 4 cells",
            })
    void a_wrong_row_is_named_with_file_and_line(String row, String message) throws Exception {
        Path file = write(row.replace(';', '\t').replace(',', ';') + "\n");
        assertThatThrownBy(() -> Cases.read(Form.QUESTIONS, List.of(file)))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_repeated_id_and_an_empty_file_are_refused() throws Exception {
        Path twice = write("a\tx\t\tunanswerable\t\na\ty\t\tunanswerable\t\n");
        assertThatThrownBy(() -> Cases.read(Form.QUESTIONS, List.of(twice)))
                .hasMessageContaining("q.tsv:3: the id a stands twice");
        Path empty = write("");
        assertThatThrownBy(() -> Cases.read(Form.QUESTIONS, List.of(empty))).hasMessageContaining("has no questions");
    }
}
