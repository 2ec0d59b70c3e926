package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.clausebot.app.TestRun.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void a_small_index() throws Exception {
        Path questions =
                Files.createDirectories(SmallIndex.in(folder.resolve("index")).resolve("questions"));
        Files.writeString(
                questions.resolve("short.tsv"),
                "id\tquestion\tgold\tkind\ttags\na\tmay I tweet\t1.1.1:2\tanswerable\t\nb\twho borrows it\t\tunanswerable\t\n");
    }

    private static Result bench(String... arguments) {
        return TestRun.run(
                folder.resolve("data"),
                Map.of("CLAUSEBOT_FOLDERS_INDEX", folder.resolve("index").toString()),
                "",
                Stream.concat(Stream.of("bench"), Stream.of(arguments)).toArray(String[]::new));
    }

    @Test
    void beside_made_up_policies_it_tells_how_many_how_large_and_how_fast() {
        Result result = bench("--policies", "12", "--rounds", "1", "--processor-time");
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .containsPattern("policies +13\\.00")
                .containsPattern("index on disk, MB +\\d")
                .containsPattern("answer p99, ms +\\d")
                .doesNotContain("answers a second");
        assertThat(folder.resolve("data/index/built"))
                .as("the index of what is in force is left alone")
                .doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--policies;0|a number of 1 to 100000",
                "--rounds;0|a number of 1 to 1000",
                "--without;late|goes with --policies",
                "--policies;9;--without;lete|did you mean late?"
            })
    void what_makes_no_sense_is_refused(String arguments, String message) {
        Result result = bench(arguments.split(";"));
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains(message).doesNotContain("Exception");
    }
}
