package org.clausebot.datafile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {
    private static final Path FILE = Path.of("flow.yaml");

    private static YamlNode parse(String text) throws DataFileException {
        return Yaml.parse(FILE, text);
    }

    @Test
    void values_know_their_kind_and_line() throws Exception {
        YamlNode root =
                parse("id: social-media\nreview: 2018-06-01\nsteps:\n  - say: hello\n    wait: 3\n    ask: true\n");
        assertThat(root.get("review").text()).isEqualTo("2018-06-01");
        YamlNode step = root.get("steps").list().getFirst();
        assertThat(step.line()).isEqualTo(4);
        assertThat(step.get("wait").number()).isEqualTo(3);
        assertThat(step.get("ask").flag()).isTrue();
        assertThat(step.map()).containsOnlyKeys("say", "wait", "ask");
    }

    @Test
    void an_unknown_key_is_refused_with_the_one_that_was_meant() throws Exception {
        YamlNode root = parse("id: a\ntitel: b\n");
        assertThatThrownBy(() -> root.only("id", "title"))
                .hasMessage("flow.yaml:2: unknown key \"titel\"; did you mean \"title\"?");
    }

    @Test
    void an_unknown_key_unlike_any_other_lists_those_that_are_known() throws Exception {
        YamlNode root = parse("colour: red\n");
        assertThatThrownBy(() -> root.only("id", "title")).hasMessageEndingWith("; known here: id, title");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: a\\nid: b|flow.yaml:2: \"id\" stands twice",
                "a: &x 1\\nb: *x|flow.yaml:1: aliases",
                "a: !!java.net.URL [x]\\nb: [|flow.yaml:1: is not YAML here: Global tag",
                "a: !thing x|flow.yaml:1: tags",
                "a: [1, 2|flow.yaml:1: is not YAML here",
                "''|flow.yaml: is empty",
                "? [a]\\n: b|flow.yaml:1: a key must be a word",
            })
    void a_broken_file_is_named_with_its_line(String text, String message) {
        assertThatThrownBy(() -> parse(text.replace("\\n", "\n")))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_deep_nest_is_refused() {
        assertThatThrownBy(() -> parse("[".repeat(2000))).isInstanceOf(DataFileException.class);
    }

    @Test
    void a_value_of_another_kind_is_named() throws Exception {
        YamlNode root = parse("id: [a]\nnumber: many\n");
        assertThatThrownBy(() -> root.get("id").text()).hasMessage("flow.yaml:1: expected words here, found a list");
        assertThatThrownBy(() -> root.get("number").number()).hasMessageContaining("flow.yaml:2: expected a whole");
        assertThatThrownBy(() -> root.get("owner")).hasMessage("flow.yaml:1: \"owner\" is missing here");
    }
}
