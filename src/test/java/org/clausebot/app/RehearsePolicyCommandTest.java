package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clausebot.app.TestRun.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the bundled policy and next to nothing learnt, so that a draft is learnt at once. */
class RehearsePolicyCommandTest {
    private static final String ICT = "Can I use school ICT equipment for personal use, e.g. camera or computers?";
    private static final String INFORMATION = "May adults request or respond to any personal information from a pupil?";
    private static final String CONTACT =
            "Should adults establish social contact via social media or other communication technologies with pupils?";
    private static final String WATCH = "May staff wear a smart watch in lessons?";

    @TempDir
    private static Path folder;

    private static Map<String, String> environment = Map.of();
    private static String policy = "";

    @BeforeAll
    static void open() throws IOException {
        Path index = SmallIndex.in(folder.resolve("index"));
        Files.createDirectories(index.resolve("questions"));
        Files.writeString(
                index.resolve("questions/own.tsv"),
                "id\tquestion\tgold\tkind\ttags\n"
                        + "A\t" + ICT + "\t2.4.6:2\tanswerable\t\n"
                        + "B\t" + INFORMATION + "\t2.5.2:2\tanswerable\t\n"
                        + "C\t" + CONTACT + "\t2.6.1:2\tanswerable\t\n"
                        + "D\t" + WATCH + "\t\tunanswerable\t\n");
        environment = Map.of("CLAUSEBOT_FOLDERS_INDEX", index.toString());
        policy = Files.readString(index.resolve("policies/social-media/policy.txt"), StandardCharsets.UTF_8);
    }

    private static Result rehearse(String draft, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("draft.txt"), draft, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of("rehearse-policy", file.toString()));
        arguments.addAll(List.of(more));
        return TestRun.run(folder.resolve("data"), environment, "", arguments.toArray(String[]::new));
    }

    private static String revised() {
        String revised = policy.replace(
                        "2.4.6 Use school ICT equipment for personal use, e.g. camera or computers.\n", "")
                .replace("2.5.2 Adults should not request", "2.5.2 Adults must not request")
                .replace(
                        "2.8\tOnline",
                        "2.7.6 Staff may wear a smart watch in lessons when its messages are off.\n2.8\tOnline");
        assertThat(revised).isNotEqualTo(policy).contains("2.7.6", "must not request");
        return revised;
    }

    @Test
    void a_draft_says_what_is_lost_newly_answered_and_of_other_strength() throws Exception {
        Path csv = folder.resolve("rehearsal.csv");
        Result result = rehearse(revised(), "--csv", csv.toString());

        assertThat(result.err()).contains("100% of the questions are asked");
        assertThat(Files.readAllLines(csv)).hasSize(5).satisfies(lines -> {
            assertThat(lines.get(1)).matches("(lost|changed-clause),measuring,,\"?Can I use school ICT.*2\\.4\\.6.*");
            assertThat(lines.get(2))
                    .startsWith("changed-strength")
                    .contains("conditional (should not)", "conditional (must not)");
            assertThat(lines.get(3)).startsWith("unchanged");
            assertThat(lines.get(4)).startsWith("newly-answered").contains("2.7.6");
        });
        assertThat(result.out()).contains("Newly answered", WATCH, "The question log was left out.");
    }

    @Test
    void the_exit_code_tells_whether_something_happens_that_must_not() throws Exception {
        assertThat(rehearse(policy, "--fail-on", "lost,changed-clause,newly-answered")
                        .exit())
                .isZero();
        assertThat(rehearse(revised(), "--fail-on", "changed-strength").exit()).isEqualTo(1);
        assertThat(rehearse(revised(), "--fail-on", "none").exit()).isZero();
    }

    @Test
    void what_is_refused_has_a_code_of_its_own_and_says_why() throws Exception {
        Result unknown = rehearse(policy, "--fail-on", "losst");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("did you mean lost?");

        Result nowhere = TestRun.run(folder.resolve("data"), environment, "", "rehearse-policy", "nowhere.docx");
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("nowhere.docx");

        Result other = rehearse(policy, "--policy", "social-medea");
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains("did you mean social-media?");

        assertThat(rehearse("\n\n").exit()).isEqualTo(2);
    }

    @Test
    void a_section_that_is_only_renumbered_keeps_its_answers() throws Exception {
        String renumbered = policy.replaceAll("(?m)^ ?2\\.6", "2.9").replaceAll("(?m)^ ?2\\.7", "2.6");
        Path csv = folder.resolve("renumbered.csv");
        Result result = rehearse(renumbered, "--csv", csv.toString());

        assertThat(result.exit()).isZero();
        assertThat(Files.readAllLines(csv).get(3))
                .startsWith("unchanged")
                .contains("social-media/2.6.1", "social-media/2.9.1", "yes");
        assertThat(result.out()).contains("under another number");
    }
}
