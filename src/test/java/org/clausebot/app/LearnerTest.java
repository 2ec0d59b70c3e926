package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.policy.PolicyId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With next to nothing to learn from, so that only what is added tells. */
class LearnerTest {
    private static final PolicyId POLICY = new PolicyId("social-media");
    private static final String SLANG = "is it ok to yeet the wibble";
    private static final String OTHER = "who gets the grumbleflick";

    @TempDir
    static Path folder;

    private static Path index;
    private static Path file;
    private static Program program;

    /** One for all, since to unpack the sentence model takes longest. */
    @BeforeAll
    static void open() throws Exception {
        index = SmallIndex.in(folder.resolve("index"));
        file = folder.resolve("data/phrasings/social-media.tsv");
        program = start();
    }

    private static Program start() throws Exception {
        return Program.open(
                Config.read(
                        Path.of("").toAbsolutePath(),
                        folder.resolve("data"),
                        Map.of("CLAUSEBOT_FOLDERS_INDEX", index.toString())),
                Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @BeforeEach
    void nothing_is_added() throws Exception {
        Files.deleteIfExists(file);
        program.refresh();
        assertThat(program.remarks()).isEmpty();
    }

    private String first(String question) {
        Answer answer = program.answerer().answer(new Question(question));
        return answer.findings().ranking().getFirst().clause().address();
    }

    private boolean learn() throws Exception {
        return program.phrasingsChanged().get(60, TimeUnit.SECONDS);
    }

    @Test
    void what_is_added_answers_as_soon_as_it_is_learnt() throws Exception {
        assertThat(first(SLANG)).isNotEqualTo("2.7.3");
        String before = program.known();
        program.schoolPhrasings().add(POLICY, "2.7.3", 2, SLANG);
        assertThat(learn()).isTrue();
        assertThat(first(SLANG)).isEqualTo("2.7.3");
        assertThat(program.answerer().answer(new Question(SLANG))).isInstanceOf(Answer.Quoted.class);
        assertThat(program.known()).isNotEqualTo(before);
        assertThat(learn()).as("nothing has changed").isFalse();
    }

    @Test
    void what_is_taken_away_again_counts_no_more() throws Exception {
        String without = first(SLANG);
        String known = program.known();
        String id = program.schoolPhrasings().add(POLICY, "2.7.3", 2, SLANG);
        learn();
        program.schoolPhrasings().remove(POLICY, id);
        assertThat(learn()).isTrue();
        assertThat(first(SLANG)).isEqualTo(without);
        assertThat(program.known()).as("the file is still there, and empty").isNotEqualTo(known);
    }

    @Test
    void a_file_that_appears_or_is_edited_by_hand_is_seen_at_the_next_look() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "id\tquestion\tgold\tkind\ttags\nx\t" + SLANG + "\t2.7.3:2\tanswerable\t\nx\t" + OTHER + "\n");
        assertThat(program.refresh()).as("no other policies").isFalse();
        assertThat(first(SLANG)).isEqualTo("2.7.3");
        assertThat(program.remarks()).singleElement().asString().contains("social-media.tsv:3: ", "passed over");
        Files.writeString(file, Files.readString(file).strip() + "\t2.4.2:2\tanswerable\t\n");
        program.refresh();
        assertThat(first(OTHER)).isEqualTo("2.4.2");
        assertThat(program.remarks()).isEmpty();
    }

    @Test
    void questions_asked_while_it_learns_are_answered_from_what_was_known() throws Exception {
        program.schoolPhrasings().add(POLICY, "2.7.3", 2, SLANG);
        String before = first("can I drink at a staff party");
        CompletableFuture<Boolean> learnt = program.phrasingsChanged();
        int asked = 0;
        do {
            assertThat(first("can I drink at a staff party")).isEqualTo(before);
            asked++;
        } while (!learnt.isDone() && asked < 1_000);
        assertThat(learnt.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(first(SLANG)).isEqualTo("2.7.3");
    }

    @Test
    void a_school_file_that_is_damaged_stops_no_start() throws Exception {
        program.schoolPhrasings().add(POLICY, "9.9.9", 2, "of no clause");
        Files.writeString(file.resolveSibling("other.tsv"), "of no policy in force");
        program.close();
        program = start();
        assertThat(program.remarks()).singleElement().asString().contains("social-media.tsv", "s-0001", "clause");
        Files.write(file, new byte[] {(byte) 0xff, 0, 13});
        program.close();
        program = start();
        assertThat(program.remarks()).singleElement().asString().contains("social-media.tsv", "UTF-8");
        Files.delete(file.resolveSibling("other.tsv"));
    }

    @Test
    void what_was_known_stays_in_force_where_a_file_of_the_program_is_damaged() throws Exception {
        String known = program.known();
        Path urgent = index.resolve("phrasings/urgent.tsv");
        String whole = Files.readString(urgent);
        Files.writeString(urgent, "nonsense");
        program.refresh();
        assertThat(program.known()).isEqualTo(known);
        assertThat(program.remarks()).singleElement().asString().contains("could not be learnt", "urgent.tsv:1");
        assertThat(first("can I friend a parent")).isNotEmpty();
        Files.writeString(urgent, whole + "the shed is green\tno\tnone\n");
        program.refresh();
        assertThat(program.remarks()).isEmpty();
        assertThat(program.known()).isNotEqualTo(known);
        Files.writeString(urgent, whole);
    }

    @Test
    void after_the_end_nothing_is_learnt_and_nothing_fails() throws Exception {
        program.close();
        assertThat(learn()).isFalse();
        program = start();
    }
}
