package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of those who write flows. */
class FlowsCommandTest {
    private static final Path FLOW = Path.of("src/test/resources/flows/lost-key.yaml");

    @TempDir
    private Path folder;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void conversations() throws Exception {
        Path flows = Files.createDirectories(folder.resolve("conversations/flows"));
        Files.copy(FLOW, flows.resolve("lost-key.yaml"));
        environment = Map.of(
                "CLAUSEBOT_FOLDERS_CONVERSATIONS",
                folder.resolve("conversations").toString());
    }

    @Test
    void flows_that_hold_are_counted_and_listed() {
        assertThat(run("", "flows", "check")).satisfies(r -> {
            assertThat(r.exit()).isZero();
            assertThat(r.out()).contains("1 flows checked, 0 findings.");
        });
        assertThat(run("", "flows", "list").out()).contains("lost-key", "Report a lost key", "reviewed 2026-11-22");
    }

    @Test
    void a_finding_names_its_place_and_fails() throws Exception {
        Path broken = folder.resolve("conversations/flows/broken.yaml");
        Files.copy(Path.of("src/test/resources/broken-flows/clause-changed.yaml"), broken);
        TestRun.Result result = run("", "flows", "check");
        assertThat(result.exit()).isEqualTo(Main.REFUSED);
        assertThat(result.out()).contains("broken.yaml:6: the words of 2.1.5 are not those that were reviewed");
    }

    @Test
    void a_rehearsal_says_that_nothing_is_sent_shows_the_clause_and_who_would_receive_it() {
        TestRun.Result result = run("headteacher\nfound\nyes\nyes\n", "flows", "rehearse", "lost-key");
        assertThat(result.exit()).isZero();
        assertThat(result.out())
                .contains("Nothing is stored and nothing is sent", "| 2.1.5", "It would go to the chair of governors.")
                .endsWith("The end. Nothing was stored and nothing was sent.\n");
    }

    @Test
    void pinning_prints_each_clause_with_its_hash() {
        assertThat(run("", "flows", "pin", "lost-key").out()).contains("cites:", "  2.1.5: d65883335d26");
    }

    @Test
    void a_misspelt_flow_is_refused_with_the_nearest() {
        TestRun.Result result = run("", "flows", "rehearse", "lost-kee");
        assertThat(result.exit()).isEqualTo(Main.REFUSED);
        assertThat(result.err()).contains("did you mean lost-key?");
    }

    private TestRun.Result run(String in, String... args) {
        return TestRun.run(folder, environment, in, args);
    }
}
