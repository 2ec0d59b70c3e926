package org.clausebot.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Findings;
import org.clausebot.flow.Flow;
import org.clausebot.flow.FlowLibrary;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every scripted conversation plays through in Teams, typed word for word and with everything pressed that can be. */
class FlowsInTeamsTest {
    private static final Path CONVERSATIONS = Path.of("conversations");

    private static final Set<String> TYPED =
            Set.of("happy-path.txt", "misread.txt", "interrupted.txt", "changed.txt", "cancelled.txt");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> typed_word_for_word() throws Exception {
        return each(false);
    }

    @TestFactory
    Stream<DynamicTest> pressed_wherever_there_is_something_to_press() throws Exception {
        return each(true);
    }

    private Stream<DynamicTest> each(boolean pressing) throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        List<Flow> flows = FlowLibrary.read(CONVERSATIONS.resolve("flows")).all();
        assertThat(flows).hasSize(10);
        for (Flow flow : flows) {
            tests.add(DynamicTest.dynamicTest(flow.id(), () -> replay(flow, pressing)));
        }
        return tests.stream();
    }

    private void replay(Flow flow, boolean pressing) throws Exception {
        Path disk = Files.createDirectories(folder.resolve(flow.id() + pressing));
        try (TeamsSite site = new TeamsSite(disk)) {
            site.at(Instant.parse("2026-11-25T15:10:00Z"));
            // What a flow makes of an answer is looked at here, and not whether it could be a question too.
            site.answerer = question ->
                    new Answer.SmallTalk(new Findings(question.text(), 0, List.of()), Answer.SmallTalk.Kind.UNCLEAR);
            int pressed = 0;
            List<Path> scripts = scripts(flow, pressing);
            assertThat(scripts).isNotEmpty();
            for (Path script : scripts) {
                site.line.spoken.clear();
                pressed += new TeamsScript(site, flow, script, pressing).replay();
                assertThat(site.openly()).as("said outside the personal chat").isEmpty();
            }
            assertThat(pressed).as("pressed").isGreaterThanOrEqualTo(pressing ? scripts.size() * 4 : 0);
        }
    }

    /** Typed, those that are about what is typed; every answer that can be given is given by the others. */
    private static List<Path> scripts(Flow flow, boolean pressing) throws IOException {
        return scripts(flow).stream()
                .filter(file -> pressing || TYPED.contains(file.getFileName().toString()))
                .toList();
    }

    private static List<Path> scripts(Flow flow) throws IOException {
        try (Stream<Path> files =
                Files.list(CONVERSATIONS.resolve("transcripts").resolve(flow.id()))) {
            return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
    }
}
