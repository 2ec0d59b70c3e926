package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clausebot.policy.Policy;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.TestIndexes;
import org.clausebot.search.TestModel;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningTest {
    private static final Policy RULES =
            TestPolicies.of("rules", "1", "Dogs must not be brought on site.", "2", "Visitors sign the book.");
    private static final String SLANG = "can my dog come on site with me";
    private static final String THREAT = "gonna blow my nan's birthday candles";

    @TempDir
    Path folder;

    @BeforeEach
    void write_examples() throws Exception {
        write("rules.tsv", "id\tquestion\tgold\tkind\ttags", "a\t" + SLANG + "\t2:2\tanswerable\t");
        write("off-topic.tsv", "id\tquestion\tgold\tkind\ttags", "n\twhen is lunch\t\tunanswerable\t");
        write("urgent.tsv", "text\turgent\tflow", THREAT + "\tyes\tperson-at-risk", "a nice day\tno\tnone");
        write("harmless.tsv", "text", "where is the stapler");
    }

    private void write(String name, String... lines) throws Exception {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private interface Look<T> {
        T at(Answerer answerer);
    }

    private <T> T learnt(Learning learning, Look<T> look) throws Exception {
        try (ClauseIndex index = TestIndexes.of(folder.resolve("index"), RULES)) {
            Answerer.Sources sources = new Answerer.Sources(
                    folder, SchoolPhrasings.NONE, folder.resolve("relations"), folder.resolve("index"));
            return look.at(Answerer.open(index, TestModel.get(), sources, learning));
        }
    }

    private static String first(Answerer answerer) {
        return answerer.answer(new Question(SLANG))
                .findings()
                .ranking()
                .getFirst()
                .clause()
                .address();
    }

    private static Learning allBut(String text) {
        Predicate<String> held = text::equals;
        return new Learning(true, held.negate());
    }

    @Test
    void an_example_that_is_held_out_teaches_nothing() throws Exception {
        String whole = learnt(Learning.EVERYTHING, LearningTest::first);
        String held = learnt(allBut(SLANG), LearningTest::first);
        String cold = learnt(new Learning(false, text -> true), LearningTest::first);
        assertThat(whole).isEqualTo("2");
        assertThat(held).isEqualTo("1");
        assertThat(cold).isEqualTo("1");
        assertThat(learnt(new Learning(false, text -> true), LearningTest::first))
                .isEqualTo("1");
        Question threat = new Question(THREAT);
        double known = learnt(Learning.EVERYTHING, a -> a.urgency(threat));
        double unknown = learnt(allBut(THREAT), a -> a.urgency(threat));
        assertThat(known).isGreaterThan(0.5);
        assertThat(unknown).isLessThan(0.1);
    }

    @Test
    void what_is_learnt_for_a_measurement_is_not_kept() throws Exception {
        learnt(Learning.EVERYTHING, LearningTest::first);
        List<Path> before = kept();
        learnt(allBut(SLANG), LearningTest::first);
        assertThat(kept()).isNotEmpty().isEqualTo(before);
    }

    private List<Path> kept() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            return files.filter(f -> f.getFileName().toString().startsWith("learnt-"))
                    .sorted()
                    .toList();
        }
    }
}
