package org.clausebot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of docs/flows.md is a flow, and its transcript replays. */
class DocsExampleTest {
    static String block(String kind) throws IOException {
        Matcher m = Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/flows.md")));
        assertThat(m.find()).as("a block of " + kind + " in docs/flows.md").isTrue();
        return m.group(1);
    }

    @Test
    void the_example_has_no_findings_and_its_transcript_replays() throws Exception {
        Flow flow = FlowLibrary.parse("lost-key", block("yaml"));
        FlowCheck check = new FlowCheck(
                id -> FlowsCheckTest.bundled().stream()
                        .filter(p -> p.id().equals(id))
                        .findFirst(),
                Optional.of(TestSchool.SCHOOL));
        assertThat(check.check(flow)).isEmpty();
        new Transcript(
                        flow,
                        "docs/flows.md",
                        block("transcript").lines().toList(),
                        new Coverage(),
                        Optional.of(TestSchool.SCHOOL))
                .replay();
    }
}
