package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clausebot.search.Asked;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.Example;
import org.clausebot.search.Examples;
import org.clausebot.search.Likeness;
import org.clausebot.search.TestIndexes;
import org.clausebot.search.TestModel;
import org.junit.jupiter.api.Test;

/**
 * Trains {@link Answerability} on the example questions, each judged by what was learnt from the others, and holds the
 * program to the outcome. Not part of every build, for it takes a minute: {@code mvn test -Dtest=AnswerabilityTraining}.
 */
class AnswerabilityTraining {
    private static final int FOLDS = 5;
    private static final Path FOLDER = Path.of("target", "training");

    @Test
    void the_program_has_the_coefficients_that_training_gives() throws Exception {
        try (ClauseIndex index = TestIndexes.socialMedia()) {
            Answerability phrased = new Logistic(false, true, true, true, true).fit(rows(index, true));
            Answerability cold = new Logistic(true, true, true, false, false).fit(rows(index, false));
            assertAll(
                    () -> assertNear(Answerability.PHRASED, phrased), () -> assertNear(Answerability.COLD, cold));
        }
    }

    private static List<Logistic.Row> rows(ClauseIndex index, boolean withPhrasings) throws Exception {
        List<Example> examples = Phrasings.read(Path.of("index/phrasings"), index.policies());
        Set<Example> own = new HashSet<>(Phrasings.ownWords(index.policies().getFirst()));
        String policy = index.policies().getFirst().id().value();
        List<Logistic.Row> rows = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example> learnt = new ArrayList<>();
            List<Example> held = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                Example example = examples.get(i);
                (i % FOLDS == fold && !own.contains(example) ? held : learnt).add(example);
            }
            Examples likeness = Examples.learn(FOLDER, TestModel.get(), learnt);
            for (Example example : held) {
                Asked asked = index.understand(example.text());
                Likeness like = withPhrasings ? new Likeness(likeness.scores(asked), 0) : Likeness.NONE;
                double[] signals =
                        Answerability.signals(index.search(asked, Answerability.HITS, like), like.ofPolicy(policy));
                rows.add(new Logistic.Row(
                        Arrays.stream(signals).boxed().toList(),
                        !example.labels().isEmpty()));
            }
        }
        return rows;
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
