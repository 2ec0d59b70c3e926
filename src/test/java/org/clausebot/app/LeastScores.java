package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clausebot.datafile.YamlNode;

/**
 * Holds what {@code measure} finds to a table of bounds: for each file of questions, figures by name with the least they
 * may be; under {@code most} those that may not be more; under {@code stances} the file of stances to judge with.
 */
final class LeastScores {
    private LeastScores() {}

    /** @throws AssertionError when a figure is missing or beyond its bound */
    static void check(Path data, Path file, YamlNode bounds) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("measure", "--json", "--questions", file.toString()));
        if (bounds.optional("stances").isPresent()) {
            String stances = bounds.get("stances").text();
            arguments.addAll(List.of("--stances", file.resolveSibling(stances).toString()));
        }
        TestRun.Result result = TestRun.run(data, "", arguments.toArray(String[]::new));
        assertThat(result.exit()).as(result.err()).isZero();
        JsonNode metrics = new ObjectMapper().readTree(result.out()).get("metrics");
        int bound = 0;
        for (Map.Entry<String, YamlNode> entry : bounds.map().entrySet()) {
            switch (entry.getKey()) {
                case "stances" -> {}
                case "most" -> {
                    for (Map.Entry<String, YamlNode> most :
                            entry.getValue().map().entrySet()) {
                        assertThat(value(metrics, most.getKey(), file))
                                .as("%s of %s, at most", most.getKey(), file)
                                .isLessThanOrEqualTo(number(most.getValue()));
                        bound++;
                    }
                }
                case String metric -> {
                    assertThat(value(metrics, metric, file))
                            .as("%s of %s, at least", metric, file)
                            .isGreaterThanOrEqualTo(number(entry.getValue()));
                    bound++;
                }
            }
        }
        assertThat(bound).as("bounds for %s", file).isPositive();
    }

    private static double value(JsonNode metrics, String metric, Path file) {
        JsonNode figure = metrics.get(metric);
        assertThat(figure).as("%s of %s", metric, file).isNotNull();
        return figure.get("value").asDouble();
    }

    private static double number(YamlNode node) throws Exception {
        return Double.parseDouble(node.text());
    }
}
