package org.clausebot.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.ReportingAssistant;
import org.clausebot.chat.TestReporting;
import org.clausebot.chat.web.ScriptedAssistant;
import org.clausebot.chat.web.TestPolicies;
import org.clausebot.flow.Given;
import org.clausebot.incident.Reporter;
import org.clausebot.incident.Reporting.Evidence;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalFilesTest {
    private static final Policy POLICY = TestPolicies.socialMedia();
    private static final Reporter WHO = new Reporter(SchoolId.DEFAULT, "terminal", "somebody");

    @TempDir
    private Path folder;

    private TestReporting reporting;
    private ReportingAssistant assistant;
    private TerminalReplies replies;
    private Path note;

    @BeforeEach
    void open() throws Exception {
        reporting = new TestReporting(folder.resolve("reports"));
        ScriptedAssistant policy = new ScriptedAssistant(POLICY, TestPolicies.hostile());
        Phrases phrases = Phrases.read(Path.of("conversations/phrases.yaml"));
        assistant = reporting.assistant(policy, policy::answer, List.of(POLICY), phrases);
        replies = new TerminalReplies(phrases, List::of, 100, false);
        note = Files.writeString(folder.resolve("what he wrote.txt"), "hello miss");
    }

    @AfterEach
    void close() throws Exception {
        reporting.close();
    }

    /** Types these lines and leaves; what was shown, in one line. */
    private String type(String... lines) throws IOException {
        StringWriter shown = new StringWriter();
        new TerminalChat(assistant, assistant, replies, WHO)
                .converse(new BufferedReader(new StringReader(String.join("\n", lines))), new PrintWriter(shown, true));
        return shown.toString().replaceAll("\\s+", " ");
    }

    private void atFiles() throws IOException {
        String shown = type(
                "Report contact from a pupil",
                "No, I am not worried",
                "no",
                "Sam in 9B",
                "In a game",
                "yesterday about 4",
                "he wrote hi",
                "no",
                "skip");
        assertThat(shown).contains("To add a file, type “file” and where it is", "up to 10 MB");
    }

    private List<String> attached() {
        return reporting.reporting().attached(WHO).stream().map(Evidence::name).toList();
    }

    @Test
    void a_file_is_added_by_its_path_however_it_was_typed_and_taken_away_by_its_number() throws Exception {
        atFiles();

        String shown = type("go on", "file " + note);
        assertThat(shown).contains("“what he wrote.txt” is added.", "File 1: what he wrote.txt", "“remove 1”");
        assertThat(attached()).containsExactly("what he wrote.txt");

        Files.writeString(folder.resolve("two.txt"), "two");
        Files.writeString(folder.resolve("three.txt"), "three");
        type(
                "go on",
                "FILE: '" + folder.resolve("two.txt") + "'",
                "file file://" + folder.resolve("three.txt"),
                "file " + note.toString().replace(" ", "\\ "));
        assertThat(attached()).containsExactly("what he wrote.txt", "two.txt", "three.txt", "what he wrote.txt");

        assertThat(type("go on", "remove 2", "remove 9")).contains("The file is removed.");
        assertThat(attached()).containsExactly("what he wrote.txt", "three.txt", "what he wrote.txt");

        assertThat(type("go on", "done")).contains("What is your name?");
    }

    @Test
    void what_cannot_be_added_is_said_kindly_and_changes_nothing() throws Exception {
        atFiles();
        Path large = folder.resolve("large.png");
        Files.write(large, new byte[10 * 1024 * 1024 + 1]);
        Path program = Files.write(folder.resolve("program.png"), new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0});

        assertThat(type("go on", "file /no/such/file.png"))
                .contains("There is no file at “/no/such/file.png”. Check each letter of the path");
        assertThat(type("go on", "file " + folder)).contains("is a folder. Type the path of one file in it.");
        assertThat(type("go on", "file " + large)).contains("is larger than 10 MB, so it was not added.");
        assertThat(type("go on", "file " + program)).contains("not kept");
        assertThat(type("go on", "file")).contains("No file was chosen. Choose one first.");
        assertThat(type("go on", "file /dev/zero")).contains("cannot be read from here");
        assertThat(type("go on", "file \u0000x")).contains("There is no file at “\uFFFDx”");
        assertThat(attached()).isEmpty();
        assertThat(reporting.reporting().unfinished(WHO))
                .hasValueSatisfying(kept -> assertThat(kept.conversation().at()).isEqualTo("files"));
    }

    @Test
    void where_no_file_is_taken_no_path_is_followed_nor_kept_as_an_answer() throws Exception {
        String shown = type(
                "Report an indecent image",
                "Children have shared it, and no adult is involved",
                "no",
                "skip",
                "A phone or computer that belongs to somebody",
                "file " + note);

        assertThat(shown).contains("No file can be taken here. It was not kept, and nothing else was changed.");
        assertThat(attached()).isEmpty();
        assertThat(reporting.reporting().unfinished(WHO))
                .hasValueSatisfying(kept -> assertThat(kept.conversation().at()).isEqualTo("device"));
    }

    @Test
    void words_that_begin_with_file_stay_an_answer_where_words_are_asked_for() throws Exception {
        type("Report contact from a pupil", "No, I am not worried", "no", "File Parker in 6B");

        assertThat(reporting.reporting().unfinished(WHO))
                .hasValueSatisfying(kept -> assertThat(kept.conversation().answers())
                        .extractingByKey("pupil")
                        .extracting(Given::value)
                        .isEqualTo("File Parker in 6B"));
    }
}
