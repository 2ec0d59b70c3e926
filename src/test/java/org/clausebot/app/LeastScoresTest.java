package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The answers are at least as good as {@code index/questions/least-scores.yaml} says. */
class LeastScoresTest {
    private static final Path QUESTIONS = Path.of("index/questions");

    @TempDir
    static Path data;

    @TestFactory
    Stream<DynamicTest> no_score_falls_under_its_least() throws Exception {
        Map<String, YamlNode> files =
                Yaml.read(QUESTIONS.resolve("least-scores.yaml")).map();
        assertThat(files).containsKeys("short.tsv", "scenario.tsv");
        return files.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue())));
    }

    private static void check(String file, YamlNode least) throws Exception {
        TestRun.Result result = TestRun.run(
                data,
                "",
                "measure",
                "--json",
                "--questions",
                QUESTIONS.resolve(file).toString());
        assertThat(result.exit()).as(result.err()).isZero();
        JsonNode metrics = new ObjectMapper().readTree(result.out()).get("metrics");
        assertThat(least.map()).isNotEmpty();
        for (Map.Entry<String, YamlNode> entry : least.map().entrySet()) {
            JsonNode figure = metrics.get(entry.getKey());
            assertThat(figure).as(entry.getKey()).isNotNull();
            assertThat(figure.get("value").asDouble())
                    .as(entry.getKey() + " of " + file)
                    .isGreaterThanOrEqualTo(Double.parseDouble(entry.getValue().text()));
        }
    }
}
