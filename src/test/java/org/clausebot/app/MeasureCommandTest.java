package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clausebot.app.TestRun.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command with the given policy and the first examples of each kind. */
class MeasureCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path WHOLE = Path.of("index");

    @TempDir
    static Path folder;

    private static Path index;

    @BeforeAll
    static void take_some_of_the_examples() throws Exception {
        index = Files.createDirectories(folder.resolve("small"));
        Path policy = Files.createDirectories(index.resolve("policies/social-media"));
        for (String file : List.of("policy.txt", "policy.yaml")) {
            Files.copy(WHOLE.resolve("policies/social-media").resolve(file), policy.resolve(file));
        }
        Files.copy(WHOLE.resolve("synonyms.txt"), index.resolve("synonyms.txt"));
        Files.createDirectories(index.resolve("phrasings"));
        some("social-media.tsv", 20);
        some("off-topic.tsv", 40);
        some("urgent.tsv", 15);
        some("harmless.tsv", 40);
    }

    /** Every so-manieth row. */
    private static void some(String name, int step) throws Exception {
        List<String> lines = Files.readAllLines(WHOLE.resolve("phrasings").resolve(name));
        StringBuilder some = new StringBuilder();
        for (int i = 0; i < lines.size(); i += i == 0 ? 1 : step) {
            some.append(lines.get(i)).append('\n');
        }
        Files.writeString(phrasings(name), some);
    }

    private static Path phrasings(String name) {
        return index.resolve("phrasings").resolve(name);
    }

    private static Result measure(String... arguments) {
        return TestRun.run(
                folder.resolve("data"),
                Map.of("CLAUSEBOT_FOLDERS_INDEX", index.toString()),
                "",
                Stream.concat(Stream.of("measure"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static double value(Result result, String metric) throws Exception {
        assertThat(result.err()).isEmpty();
        JsonNode metrics = JSON.readTree(result.out()).get("metrics");
        return metrics.get(metric).get("value").asDouble();
    }

    @Test
    void what_is_learnt_is_judged_more_strictly_by_cross_validation() throws Exception {
        String file = phrasings("social-media.tsv").toString();
        double known = value(measure("--questions", file, "--json"), "success@1");
        Result folded = measure("--questions", file, "--cross-validate", "4", "--json");
        double cold = value(measure("--questions", file, "--without", "examples", "--json"), "success@1");
        assertThat(known).isGreaterThan(0.9);
        assertThat(value(folded, "success@1")).isLessThan(known - 0.2);
        assertThat(cold).isLessThan(known - 0.2);
    }

    @Test
    void answerability_is_cross_validated_over_two_files_and_drawn() throws Exception {
        Path plots = folder.resolve("plots/of-it");
        Result result = measure(
                "--questions",
                phrasings("social-media.tsv").toString(),
                "--questions",
                phrasings("off-topic.tsv").toString(),
                "--cross-validate",
                "2",
                "--without",
                "synonyms,spelling",
                "--plots",
                plots.toString(),
                "--json");
        JsonNode found = JSON.readTree(result.out());
        assertThat(found.get("folds").asInt()).isEqualTo(2);
        assertThat(found.get("without").toString()).isEqualTo("[\"synonyms\",\"spelling\"]");
        assertThat(found.get("reliability")).hasSize(10);
        assertThat(found.get("metrics").get("calibration error").get("value").asDouble())
                .isBetween(0.0, 1.0);
        assertThat(found.has("failures")).isFalse();
        assertThat(plots.resolve("social-media-off-topic-reliability.svg")).isNotEmptyFile();
        assertThat(plots.resolve("social-media-off-topic-refused.svg")).isNotEmptyFile();
        assertThat(plots.resolve("social-media-off-topic-figures.svg")).isNotEmptyFile();
    }

    @Test
    void thresholds_of_urgency_are_shown_for_what_was_held_out() throws Exception {
        Result result = measure("--questions", phrasings("urgent.tsv").toString(), "--cross-validate", "2", "--list");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("each of 2 parts", "recall of urgent", "urgent from", "0.220", "wanted:");
        JsonNode json =
                JSON.readTree(measure("--questions", phrasings("urgent.tsv").toString(), "--list", "--json")
                        .out());
        assertThat(json.get("thresholds")).isEmpty();
        assertThat(json.get("failures").isArray()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--without;later|--without knows no part \"later\"; did you mean late?",
                "--without;vektors|--without knows no part \"vektors\"; did you mean vectors?",
                "--without;everything|there are examples, vectors, words, synonyms, spelling",
                "--without;examples,vectors,words|leaves nothing to find clauses by",
                "--cross-validate;1|takes a number of 2 to 20",
                "--cross-validate;21|takes a number of 2 to 20",
                "--cross-validate;5|is none of them: measure it without --cross-validate",
                "--stances;nowhere.tsv|nowhere.tsv: no such file",
                "--plots;pom.xml|The plots cannot be written to pom.xml",
            })
    void what_cannot_be_done_is_refused_with_what_to_do_instead(String option, String message) throws Exception {
        Path questions = Files.writeString(
                folder.resolve("one.tsv"), "id\tquestion\tgold\tkind\ttags\na\twhy?\t1.1.1:2\tanswerable\t\n");
        String[] parts = option.split(";", -1);
        Result result = measure("--questions", questions.toString(), parts[0], parts[1]);
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains(message).doesNotContain("Exception");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void help_names_the_forms_of_files() {
        assertThat(measure("--help").out())
                .contains("id question gold kind tags", "id turns gold", "text urgent flow", "--cross-validate");
    }

    @Test
    void many_policies_are_measured_by_questions_of_their_own() {
        assertThat(measure(
                                "--many",
                                "--questions",
                                phrasings("social-media.tsv").toString())
                        .err())
                .contains("--many has questions of its own");
        assertThat(measure("--develop").err()).contains("go with --many");
        assertThat(measure("--many", "--without", "examples,vectors,words").err())
                .contains("leaves nothing to find clauses by");
    }
}
