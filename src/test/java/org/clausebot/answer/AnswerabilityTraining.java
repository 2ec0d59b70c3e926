package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.clausebot.datafile.Tsv;
import org.clausebot.search.Asked;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.Example;
import org.clausebot.search.Examples;
import org.clausebot.search.Likeness;
import org.clausebot.search.TestIndexes;
import org.clausebot.search.TestModel;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.api.Test;

/**
 * Trains {@link Answerability} on example questions that neither the sentence model was tuned on nor likeness learnt from,
 * and holds the program to the outcome. Not part of every build: {@code mvn test -Dtest=AnswerabilityTraining}.
 */
class AnswerabilityTraining {
    private static final Path FOLDER = Path.of("target", "training");
    private static final Path PHRASINGS = Path.of("index/phrasings");
    /** The sentence model never saw a question on these, and of their clauses none, as will be so of a school's own. */
    private static final List<String> UNSEEN =
            List.of("data-protection-for-staff", "low-level-concerns", "staff-leave-and-absence", "whistleblowing");

    private static final Path UNSEEN_ROWS = Path.of("index/questions/many/develop");

    @Test
    void the_program_has_the_coefficients_that_training_gives() throws Exception {
        List<Logistic.Row> unseen = new ArrayList<>();
        for (String id : UNSEEN) {
            try (ClauseIndex index = TestIndexes.of(Path.of("target", "test-index-" + id), TestPolicies.trust(id))) {
                unseen.addAll(cold(index, id));
            }
        }
        try (ClauseIndex index = TestIndexes.socialMedia()) {
            Answerability phrased = new Logistic(false, false, false, true, true).fit(phrased(index));
            Answerability cold = new Logistic(true, true, false, false, false).fit(unseen);
            System.out.println(phrased + "\n" + cold);
            assertAll(() -> assertNear(Answerability.PHRASED, phrased), () -> assertNear(Answerability.COLD, cold));
        }
    }

    /** The same rule as in {@code training/corpus.py}. */
    private static boolean heldOut(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % 5 == 0;
    }

    private static List<Logistic.Row> phrased(ClauseIndex index) throws Exception {
        List<Example> examples = Phrasings.read(PHRASINGS, index.policies());
        Set<Example> own = new HashSet<>(Phrasings.ownWords(index.policies().getFirst()));
        List<Example> learnt = new ArrayList<>();
        List<Example> held = new ArrayList<>();
        for (Example example : examples) {
            (heldOut(example.text()) && !own.contains(example) ? held : learnt).add(example);
        }
        Examples likeness = Examples.learn(FOLDER, TestModel.get(), learnt);
        List<Logistic.Row> rows = new ArrayList<>();
        for (Example example : held) {
            Asked asked = index.understand(example.text());
            Likeness like = Likeness.alone(likeness.scores(asked));
            rows.add(row(index, asked, like, !example.labels().isEmpty()));
        }
        return rows;
    }

    private static List<Logistic.Row> cold(ClauseIndex index, String policy) throws Exception {
        List<Logistic.Row> rows = new ArrayList<>();
        for (Tsv.Row row : Phrasings.table(UNSEEN_ROWS.resolve(policy + ".tsv"))) {
            if (row.required("gold").contains(policy + "/")) {
                rows.add(row(index, index.understand(row.required("question")), Likeness.NONE, true));
            }
        }
        for (Tsv.Row row : Phrasings.table(PHRASINGS.resolve("off-topic.tsv"))) {
            if (heldOut(row.required("question"))) {
                rows.add(row(index, index.understand(row.required("question")), Likeness.NONE, false));
            }
        }
        return rows;
    }

    private static Logistic.Row row(ClauseIndex index, Asked asked, Likeness like, boolean answerable)
            throws Exception {
        double[] signals = Answerability.signals(
                index.search(asked, Answerability.HITS, like),
                like.ofPolicy(index.policies().getFirst().id().value()));
        return new Logistic.Row(Arrays.stream(signals).boxed().toList(), answerable);
    }

    /** Near enough that other folds and another processor's rounding make no difference to an answer. */
    private static void assertNear(Answerability has, Answerability trained) {
        assertThat(has.bias()).as("%s", trained).isCloseTo(trained.bias(), within(1.5));
        for (int i = 0; i < has.weights().size(); i++) {
            assertThat(has.weights().get(i))
                    .as("%s", trained)
                    .isCloseTo(trained.weights().get(i), within(2.0));
        }
    }
}
