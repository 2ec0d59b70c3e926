package org.clausebot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What an editor is told of a flow's form agrees with what the loader takes. */
class FlowSchemaTest {
    private static final Path BROKEN = Path.of("src/test/resources/broken-flows");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();

    @TestFactory
    List<DynamicTest> every_flow_passes() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        List<Path> files = new ArrayList<>(FlowLibrary.files(Path.of("conversations/flows")));
        files.add(Path.of("src/test/resources/flows/lost-key.yaml"));
        for (Path file : files) {
            tests.add(DynamicTest.dynamicTest(
                    file.toString(),
                    () -> assertThat(problems(Files.readString(file))).isEmpty()));
        }
        return tests;
    }

    @Test
    void the_example_in_the_docs_passes() throws Exception {
        assertThat(problems(DocsExampleTest.block("yaml"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "misspelt-key",
                "unknown-kind-of-answer",
                "unknown-role",
                "two-forms-in-a-step",
                "missing-retention",
                "period-of-another-form",
                "unknown-number",
                "key-that-means-nothing",
                "one-option-only"
            })
    void a_broken_form_fails(String name) throws Exception {
        assertThat(problems(Files.readString(BROKEN.resolve(name + ".yaml")))).isNotEmpty();
    }

    private static Set<ValidationMessage> problems(String yaml) {
        return SCHEMA.validate(node(new Yaml(new WordsOnly()).load(yaml)));
    }

    private static JsonNode node(Object yaml) {
        return JSON.valueToTree(yaml);
    }

    /** Dates, clause numbers, "on" and "yes" are words to the loader, as they are to an editor's YAML 1.2. */
    private static final class WordsOnly extends SafeConstructor {
        WordsOnly() {
            super(new LoaderOptions());
            yamlConstructors.put(org.yaml.snakeyaml.nodes.Tag.TIMESTAMP, new ConstructYamlStr());
            yamlConstructors.put(org.yaml.snakeyaml.nodes.Tag.FLOAT, new ConstructYamlStr());
            yamlConstructors.put(org.yaml.snakeyaml.nodes.Tag.BOOL, new ConstructYamlStr() {
                @Override
                public Object construct(org.yaml.snakeyaml.nodes.Node node) {
                    String word = ((org.yaml.snakeyaml.nodes.ScalarNode) node).getValue();
                    return word.equals("true") || word.equals("false") ? Boolean.valueOf(word) : word;
                }
            });
        }
    }

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(JSON.readTree(Files.readString(Path.of("conversations/flow.schema.json"))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
