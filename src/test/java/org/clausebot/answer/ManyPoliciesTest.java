package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.answer.Context.Relation;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.TestIndexes;
import org.clausebot.search.TestModel;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small policies that say the same in part, one of them phrased and the others not. */
class ManyPoliciesTest {
    private static final Policy LEAVE = titled(
            "leave",
            "Staff leave and absence",
            "1",
            "Holidays may not be taken in term time.",
            "2",
            "Ring the absence line before seven when you are ill.");
    private static final Policy PHONES = titled(
            "phones",
            "Mobile devices and cameras",
            "1",
            "Personal phones stay in the locker while pupils are present.",
            "2",
            "Staff must not take a picture of a pupil on a personal phone, in any setting.",
            "3",
            "Ring the office on the school phone.");
    private static final Policy VISITS = titled(
            "visits",
            "Educational visits",
            "1",
            "On an overnight visit staff may photograph pupils on their own phone.",
            "2",
            "Pupils are counted every hour.");

    @TempDir
    Path folder;

    private ClauseIndex index;
    private Answerer answerer;

    private static Policy titled(String id, String title, String... numbersAndTexts) {
        TestPolicies.Builder builder = new TestPolicies.Builder(id, title);
        for (int i = 0; i < numbersAndTexts.length; i += 2) {
            builder.clause(numbersAndTexts[i], "1 Rules", "", numbersAndTexts[i + 1]);
        }
        return builder.build();
    }

    @BeforeEach
    void open() throws Exception {
        write("off-topic.tsv", "id\tquestion\tgold\tkind\ttags", "n\twhen is lunch\t\tunanswerable\t");
        write("urgent.tsv", "text\turgent\tflow", "a child says he wants to die\tyes\tperson-at-risk");
        write("harmless.tsv", "text", "where is the stapler");
        write(
                "phones.tsv",
                "id\tquestion\tgold\tkind\ttags",
                "a\twhere does my mobile go in lessons\t1:2\tanswerable\t",
                "b\tcan I snap the kids on my iphone\t2:2;visits/1:1\tanswerable\t");
        Files.createDirectories(folder.resolve("relations"));
        write("relations/visits.tsv", "clause\trelation\tother\twhen\tsay", "1\tconflict\tphones/2\t\tThey differ.");
        index = TestIndexes.of(folder.resolve("index"), LEAVE, PHONES, VISITS);
        answerer = answerer(Learning.EVERYTHING);
    }

    private Answerer answerer(Learning learning) throws Exception {
        return Answerer.open(
                index,
                TestModel.get(),
                new Answerer.Sources(
                        folder, SchoolPhrasings.NONE, folder.resolve("relations"), folder.resolve("index")),
                learning);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void write(String name, String... lines) throws Exception {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static List<String> policies(Answer answer) {
        return answer.findings().ranking().stream()
                .map(ranked -> ranked.clause().policy().value())
                .distinct()
                .toList();
    }

    private static String first(Answer answer) {
        return answer.findings().ranking().getFirst().clause().toString();
    }

    @Test
    void a_policy_without_phrasings_answers_beside_one_that_has_them() {
        assertThat(first(answerer.answer(new Question("can I have a holiday during term?"))))
                .isEqualTo("leave/1");
        assertThat(first(answerer.answer(new Question("where does my mobile go when I teach?"))))
                .isEqualTo("phones/1");
    }

    @Test
    void a_question_that_names_a_policy_is_answered_from_it_alone() {
        assertThat(policies(answerer.answer(new Question("Under the leave policy, whom do I ring?"))))
                .containsExactly("leave");
        assertThat(policies(answerer.answer(new Question("what does the mobile devices policy say about ringing?"))))
                .containsExactly("phones");
        assertThat(policies(answerer.answer(new Question("Educational visits policy: how often are they counted?"))))
                .containsExactly("visits");
        assertThat(policies(answerer.answer(new Question("whom do I ring?")))).hasSizeGreaterThan(1);
    }

    @Test
    void the_few_words_that_one_types_in_a_chat_are_enough() {
        Narrowing narrowing = new Narrowing(index);
        assertThat(narrowing.read("in leave: can I go to a wedding"))
                .isEqualTo(new Narrowing.Narrowed("can I go to a wedding", Optional.of(LEAVE.id())));
        assertThat(narrowing.read("In mobile devices: may I film the play"))
                .isEqualTo(new Narrowing.Narrowed("may I film the play", Optional.of(PHONES.id())));
        for (String text : List.of("in class: can I film the play", "in the hall at 9:30 who rings", "in: leave it")) {
            assertThat(narrowing.read(text)).isEqualTo(new Narrowing.Narrowed(text, Optional.empty()));
        }
    }

    @Test
    void a_policy_that_is_not_here_or_could_be_two_narrows_nothing() {
        Narrowing narrowing = new Narrowing(index);
        for (String text : List.of(
                "in the uniform policy, can I wear jeans",
                "in the staff policy, whom do I ring",
                "is there a leave policy and where is it",
                "in the leave and visits policy, who rings")) {
            assertThat(narrowing.read(text)).isEqualTo(new Narrowing.Narrowed(text, Optional.empty()));
        }
        assertThat(narrowing.read("In the leave policy, can I go to a wedding?"))
                .isEqualTo(new Narrowing.Narrowed("can I go to a wedding?", Optional.of(LEAVE.id())));
    }

    @Test
    void a_picked_policy_answers_alone_and_one_that_has_gone_counts_as_none() {
        Question ring = new Question("whom do I ring?");
        assertThat(policies(answerer.answer(ring.within(Optional.of(PHONES.id())))))
                .containsExactly("phones");
        assertThat(policies(answerer.answer(ring.within(Optional.of(new PolicyId("gone"))))))
                .isEqualTo(policies(answerer.answer(ring)));
    }

    @Test
    void what_is_urgent_is_urgent_whatever_policy_was_picked() {
        Question urgent = new Question("in the leave policy, a child says he wants to die");
        assertThat(answerer.answer(urgent.within(Optional.of(LEAVE.id())))).isInstanceOf(Answer.Urgent.class);
        assertThat(answerer.answer(urgent)).isInstanceOf(Answer.Urgent.class);
    }

    @Test
    void two_policies_that_differ_are_shown_together_and_marked() {
        Answer answer = answerer.answer(new Question("can staff photograph pupils on their own phone overnight?"));
        assertThat(answer.context().links()).singleElement().satisfies(link -> {
            assertThat(link.relation()).isEqualTo(Relation.CONFLICT);
            assertThat(link.say()).isEqualTo("They differ.");
        });
        assertThat(answer.quotes())
                .extracting(quote -> quote.policy().id().value())
                .contains("visits", "phones");
    }

    @Test
    void what_is_written_of_a_policy_left_out_is_not_learnt_and_its_clauses_are_still_found() throws Exception {
        Answerer without = answerer(new Learning(true, text -> true, Set.of(PHONES.id())));
        assertThat(Phrasings.read(folder, List.of(LEAVE, VISITS))).isEmpty();
        assertThat(policies(without.answer(new Question("where does my mobile go when I teach?"))))
                .contains("phones");
    }

    @Test
    void what_staff_ask_about_other_matters_is_learnt_as_none_of_these() throws Exception {
        write(
                "other-policies.tsv",
                "id\tquestion\tgold\tkind\ttags",
                "o\twho hires out the hall\t\tunanswerable\tlettings");
        assertThat(Phrasings.read(folder, List.of(PHONES, LEAVE))).anySatisfy(example -> {
            assertThat(example.text()).isEqualTo("who hires out the hall");
            assertThat(example.labels()).isEmpty();
        });
        assertThat(Phrasings.read(folder, List.of(PHONES)))
                .as("nothing is to be told from a policy that stands alone")
                .isNotEmpty()
                .noneMatch(example -> example.text().equals("who hires out the hall"));
    }

    @Test
    void an_example_may_be_for_clauses_of_two_policies() throws Exception {
        assertThat(Phrasings.read(folder, List.of(PHONES, VISITS)))
                .anySatisfy(example -> assertThat(example.labels()).containsEntry("phones/2", 1.0));
        write("visits.tsv", "id\tquestion\tgold\tkind\ttags", "c\thow often do I count them\t2:2\tanswerable\t");
        assertThat(Phrasings.read(folder, List.of(PHONES, VISITS)))
                .anySatisfy(example -> assertThat(example.labels())
                        .containsEntry("phones/2", 1.0)
                        .containsEntry("visits/1", 0.5));
    }
}
