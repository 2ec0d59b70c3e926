package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The answers are at least as good as {@code index/questions/least-scores.yaml} says. */
class LeastScoresTest {
    private static final Path QUESTIONS = Path.of("index/questions");

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> no_score_falls_under_its_least() throws Exception {
        Map<String, YamlNode> files =
                Yaml.read(QUESTIONS.resolve("least-scores.yaml")).map();
        assertThat(files).containsKeys("short.tsv", "scenario.tsv", "urgent.tsv");
        return files.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> LeastScores.check(data, QUESTIONS.resolve(entry.getKey()), entry.getValue())));
    }

    private void check(String file, String rows, String bounds) throws Exception {
        Path questions = Files.writeString(folder.resolve(file), rows.replace(';', '\t'));
        LeastScores.check(data, questions, Yaml.parse(Path.of("bounds.yaml"), bounds));
    }

    private static final String FOLLOW_UPS = """
            id;turns;gold
            a;can I ring a parent on my own mobile? | what if it's an emergency?;2.4.7:2
            """;

    @Test
    void follow_ups_have_least_scores() throws Exception {
        check("follow.tsv", FOLLOW_UPS, "hit@3: 1");
        assertThatThrownBy(() -> check("follow.tsv", FOLLOW_UPS, "hit@3: 1.1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("hit@3");
        assertThatThrownBy(() -> check("follow.tsv", FOLLOW_UPS, "MRR: 0.1"))
                .as("a figure that is not measured is no success")
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("MRR");
    }

    private static final String QUESTION = """
            id;question;gold;kind;tags
            a;which email do I use to send homework out;2.4.3:2;answerable;
            """;

    @Test
    void stances_have_least_scores() throws Exception {
        Files.writeString(folder.resolve("right.tsv"), "id\tstance\na\tshould\n");
        Files.writeString(folder.resolve("wrong.tsv"), "id\tstance\na\tmust-not\n");
        check("some.tsv", QUESTION, "stances: right.tsv\nstance right: 1");
        assertThatThrownBy(() -> check("some.tsv", QUESTION, "stances: wrong.tsv\nstance right: 1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("stance right");
    }

    private static final String MESSAGES = """
            text;urgent;flow
            a pupil messaged me at midnight saying she wants to die;yes;pupil-contact
            which email do I use to send homework out;no;none
            """;

    @Test
    void a_figure_can_have_a_most_too() throws Exception {
        check("m.tsv", MESSAGES, "recall of urgent: 1\nmost:\n  look-alikes stopped: 0");
        assertThatThrownBy(() -> check("m.tsv", MESSAGES, "most:\n  recall of urgent: 0.5"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("at most");
        assertThatThrownBy(() -> check("m.tsv", MESSAGES, "most: {}"))
                .as("no bound at all")
                .isInstanceOf(AssertionError.class);
    }
}
