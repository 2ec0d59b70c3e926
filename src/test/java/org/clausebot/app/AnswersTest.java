package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Question;
import org.clausebot.insight.GapDecision;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to another policy is told in the school's own words, whichever way a question came. */
class AnswersTest {
    private static final String ASKED = "how many days of holiday do lunchtime supervisors get";
    private static final String WORDS = "Leave is in the Leave Policy: ask the office for it.";

    @TempDir
    private static Path folder;

    private static Map<String, String> variables;

    @BeforeAll
    static void the_owner_has_said_where_leave_belongs() throws Exception {
        Path index = SmallIndex.in(folder.resolve("index"));
        variables = Map.of("CLAUSEBOT_FOLDERS_INDEX", index.toString());
        try (SqliteStorage storage = SqliteStorage.open(folder.resolve("clausebot.db"))) {
            storage.gaps()
                    .decide(new GapDecision(
                            SchoolId.DEFAULT,
                            "gap",
                            GapDecision.Kind.ELSEWHERE,
                            "holidays",
                            Optional.empty(),
                            WORDS,
                            List.of(),
                            List.of(ASKED),
                            new float[] {1},
                            new IsoWeek(2026, 46)));
        }
    }

    private static String said(String in, String... words) {
        TestRun.Result result = TestRun.run(folder, variables, in, words);
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out().replaceAll("\\s+", " ");
    }

    @Test
    void the_terminal_says_them_too() {
        assertThat(said("", "ask", ASKED)).contains(WORDS);
        assertThat(said(ASKED + "\n" + ASKED + "?\n", "ask", "--json", "--batch", "-"))
                .contains(WORDS)
                .matches("(?s).*" + WORDS + ".*" + WORDS + ".*");
        assertThat(said(ASKED + "\nquit\n", "chat")).contains(WORDS);
    }

    @Test
    void without_a_data_base_a_question_is_answered_all_the_same() {
        TestRun.Result result = TestRun.run(folder.resolve("new"), variables, "", "ask", ASKED);
        assertThat(result.exit()).isZero();
        assertThat(result.out()).doesNotContain("Leave Policy");
        assertThat(folder.resolve("new/clausebot.db")).doesNotExist();
    }

    private static Answer none(Question question) {
        return new Answer.NotCovered(new Findings(question.text(), 0, List.of()));
    }

    @Test
    void in_the_middle_of_a_report_a_question_is_answered_as_any_other_and_what_is_none_reaches_nobody() {
        List<String> sought = new ArrayList<>();
        List<String> pointed = new ArrayList<>();
        Answers answers = new Answers(
                question -> {
                    sought.add(question.text());
                    return none(question);
                },
                question -> Optional.empty());
        answers.pointWith(answer -> {
            pointed.add(answer.findings().question());
            return new Answer.NotCovered(answer.findings(), Optional.of(WORDS));
        });

        assertThat(answers.amidReport(new Question("who do I ask for leave?")))
                .isEqualTo(answers.of(new Question("who do I ask for leave?")))
                .isInstanceOfSatisfying(
                        Answer.NotCovered.class, none -> assertThat(none.elsewhere()).contains(WORDS));
        assertThat(answers.amidReport(new Question("He took her phone away from her.")))
                .isEqualTo(none(new Question("He took her phone away from her.")));
        assertThat(sought).containsOnly("who do I ask for leave?");
        assertThat(pointed).containsOnly("who do I ask for leave?");
    }
}
