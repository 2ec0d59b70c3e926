package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.school.SchoolFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report as it is made in the terminal, line by line, on the disk of a school. */
class TerminalJourneyTest {
    private static final Pattern CODE = Pattern.compile("\\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\\b");
    private static final String[] ALL_BUT_SENDING = {
        "a year 6 found my instagram and messaged me",
        "Report contact from a pupil",
        "no, I am not worried",
        "no",
        "Sam in 6B",
        "can I friend a parent?",
        "on social media",
        "yesterday about 4",
        "She wrote: hello miss, is this you?",
        "no",
        "skip",
        "skip",
        "Mary Wood",
        "change 3",
        "Alex in 6B",
        "who will see this?",
    };

    @TempDir
    Path data;

    @BeforeEach
    void aSchool() throws Exception {
        Files.writeString(data.resolve("school.yaml"), SchoolFile.example());
    }

    private String chat(String... lines) {
        TestRun.Result result = TestRun.run(data, String.join("\n", lines) + "\nquit\n", "chat");
        assertThat(result.exit()).as(result.err()).isZero();
        show(result.out());
        return result.out();
    }

    private static void show(String transcript) {
        String folder = System.getProperty("journey.shots");
        if (folder != null) {
            try {
                Files.writeString(
                        Path.of(folder, "terminal.txt"),
                        transcript + "\n=====\n",
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.APPEND);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static String code(String transcript) {
        Matcher found = CODE.matcher(transcript);
        assertThat(found.find()).as(transcript).isTrue();
        return found.group();
    }

    @Test
    void a_report_that_is_kept_for_later_is_gone_on_with_sent_and_looked_up() {
        String first = chat(ALL_BUT_SENDING);
        assertThat(first)
                .containsIgnoringWhitespaces(
                        "must report the matter to their headteacher/DSL",
                        "do not start a private exchange with the child")
                .containsSubsequence(
                        "How did the pupil reach you?", "This is what the policy says.", "How did the pupil reach you?")
                .containsSubsequence("What you have told me", "Sam in 6B", "What you have told me", "Alex in 6B")
                .containsIgnoringWhitespaces("Jane Smith", "Amina Khan")
                .containsIgnoringWhitespaces("Nothing has been sent.");

        String second = chat(code(first), "yes", "yes");
        assertThat(second)
                .containsIgnoringWhitespaces("Is this right?", "Alex in 6B", "Shall I send it now?", "It is sent");

        String third = chat(code(second.substring(second.indexOf("It is sent"))), "add: She wrote again.");
        assertThat(third)
                .containsIgnoringWhitespaces(
                        "Nobody has opened it yet.", "Added. They will see it.", "She wrote again.");
    }

    @Test
    void no_file_is_taken_in_the_terminal_and_an_unfinished_report_can_be_thrown_away() {
        String transcript = chat("Report an indecent image", "cancel", "no", "cancel", "yes", "report");
        assertThat(transcript)
                .containsIgnoringWhitespaces("01632 960010")
                .containsIgnoringWhitespaces("“Report an indecent image” was not sent")
                .doesNotContain("Add the file");
        assertThat(chat("thank you")).doesNotContain("Report an indecent image");
    }
}
