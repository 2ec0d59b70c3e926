package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands run, and what it links to is there. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @TempDir
    static Path data;

    @TestFactory
    Stream<DynamicTest> every_command_of_the_readme_works() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("README.md")));
        while (blocks.find()) {
            for (String line : blocks.group(1).lines().toList()) {
                // It serves until it is stopped; the tests of the page start it.
                if (!line.equals("./clausebot serve")) {
                    tests.add(DynamicTest.dynamicTest(line, () -> assertRuns(line)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(7);
        return tests.stream();
    }

    @Test
    void every_file_that_the_documents_link_to_is_there() throws Exception {
        List<Path> documents = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        for (Path document : documents) {
            Matcher links = LINK.matcher(Files.readString(document));
            while (links.find()) {
                Path target = document.toAbsolutePath().resolveSibling(links.group(1));
                assertThat(target).as("linked from " + document).exists();
            }
        }
    }

    private static void assertRuns(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(Stream.of(word.group(1), word.group(2), word.group(3))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow());
        }
        assertThat(words.removeFirst()).isEqualTo("./clausebot");
        TestRun.Result result = TestRun.run(
                data,
                Map.of("CLAUSEBOT_HTTP_PORT", "0"),
                "can I take pics of kids on my own phone\nquit\n",
                words.toArray(String[]::new));
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).isNotBlank();
    }
}
