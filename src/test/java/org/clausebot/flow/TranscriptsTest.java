package org.clausebot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clausebot.datafile.DataFileException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every transcript replays, and together they go through every branch of every flow. */
class TranscriptsTest {
    private static final Path CONVERSATIONS = Path.of("conversations");

    @TestFactory
    List<DynamicTest> each_transcript_replays_as_written() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Flow flow : library().all()) {
            for (Path file : files(flow)) {
                tests.add(DynamicTest.dynamicTest(
                        flow.id() + "/" + file.getFileName(),
                        () -> Transcript.read(flow, file, new Coverage()).replay()));
            }
        }
        tests.add(DynamicTest.dynamicTest("no transcript is of an unknown flow", () -> {
            try (Stream<Path> folders = Files.list(CONVERSATIONS.resolve("transcripts"))) {
                assertThat(folders.filter(Files::isDirectory)
                                .map(f -> f.getFileName().toString()))
                        .isSubsetOf(library().all().stream().map(Flow::id).toList());
            }
        }));
        return tests;
    }

    @TestFactory
    List<DynamicTest> every_branch_is_in_a_transcript() throws Exception {
        return library().all().stream()
                .map(flow -> DynamicTest.dynamicTest(flow.id(), () -> {
                    Coverage coverage = new Coverage();
                    for (Path file : files(flow)) {
                        Transcript.read(flow, file, coverage).replay();
                    }
                    assertThat(coverage.missing(flow))
                            .as("in no transcript of " + flow.id())
                            .isEmpty();
                }))
                .toList();
    }

    private static FlowLibrary library() throws DataFileException {
        return FlowLibrary.read(CONVERSATIONS.resolve("flows"));
    }

    private static List<Path> files(Flow flow) throws IOException {
        Path folder = CONVERSATIONS.resolve("transcripts").resolve(flow.id());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
    }
}
