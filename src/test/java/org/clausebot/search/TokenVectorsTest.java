package org.clausebot.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class TokenVectorsTest {
    private static final SentenceModel MODEL = TestModel.get();

    private static TokenVectors of(float[]... vectors) {
        return TokenVectors.of(Arrays.stream(vectors).map(float[]::clone).toArray(float[][]::new));
    }

    @Test
    void each_word_asked_counts_by_the_nearest_word_of_the_clause() {
        TokenVectors asked = of(new float[] {1, 0, 0}, new float[] {0, 2, 0});
        TokenVectors clause = of(new float[] {0, 0, 1}, new float[] {3, 0, 0}, new float[] {0, 3, 4});
        assertThat(asked.late(clause)).isCloseTo((1 + 0.6) / 2, within(0.01));
        assertThat(asked.late(asked)).isCloseTo(1, within(0.01));
    }

    @Test
    void what_has_no_words_or_words_of_another_kind_counts_nothing() {
        TokenVectors asked = of(new float[] {1, 0});
        assertThat(asked.late(TokenVectors.NONE)).isZero();
        assertThat(TokenVectors.NONE.late(asked)).isZero();
        assertThat(asked.late(of(new float[] {1, 0, 0}))).isZero();
        assertThat(of(new float[] {0, 0}).late(asked)).isZero();
    }

    @Test
    void they_are_the_same_after_they_were_kept() {
        TokenVectors asked = of(new float[] {0.3f, -0.7f, 0.2f}, new float[] {-0.1f, 0, 0.9f});
        byte[] kept = asked.bytes();
        byte[] among = new byte[kept.length + 7];
        System.arraycopy(kept, 0, among, 5, kept.length);
        TokenVectors read = TokenVectors.read(new BytesRef(among, 5, kept.length));
        assertThat(read.bytes()).isEqualTo(kept);
        assertThat(read.late(asked)).isEqualTo(asked.late(asked));
    }

    @Test
    void one_run_of_the_model_gives_the_vector_of_the_whole_and_those_of_its_own_words() {
        Reading question = MODEL.readQuestion("may I text pupils");
        assertThat(question.vector()).isEqualTo(MODEL.question("may I text pupils"));
        assertThat(question.pieces()).isEqualTo(4);
        Reading passage = MODEL.readPassage("Staff must not text pupils.");
        assertThat(passage.vector()).isEqualTo(MODEL.passage("Staff must not text pupils."));
        assertThat(passage.pieces()).isEqualTo(6);
        assertThat(MODEL.readQuestion("").pieces()).isZero();
        assertThat(MODEL.readQuestion("word ".repeat(5_000)).pieces()).isBetween(100, 140);
    }

    @Test
    void a_clause_with_the_words_in_mind_is_nearer_than_one_with_others() {
        TokenVectors asked = MODEL.readQuestion("can I text a student from my phone").words();
        double same = asked.late(MODEL.readPassage("Staff must not message pupils on a personal mobile.")
                .words());
        double other = asked.late(
                MODEL.readPassage("The boiler is serviced every spring.").words());
        assertThat(same).isGreaterThan(other + 0.1);
    }

    @Test
    void fewer_directions_tell_nearly_the_same() {
        SentenceModel whole = ((BgeSmall) MODEL).with(Projection.NONE);
        assertThat(whole.readingFingerprint()).isNotEqualTo(MODEL.readingFingerprint());
        String question = "who looks after the keys at night";
        String clause = "The caretaker keeps all keys and locks up.";
        assertThat(MODEL.readQuestion(question)
                        .words()
                        .late(MODEL.readPassage(clause).words()))
                .isCloseTo(
                        whole.readQuestion(question)
                                .words()
                                .late(whole.readPassage(clause).words()),
                        within(0.1));
    }

    @Test
    void directions_of_another_model_or_a_damaged_file_leave_the_vectors_whole() {
        byte[] file = Projection.file("this model", new float[][] {{0, 1, 0}, {1, 0, 0}});
        float[] vector = {1, 2, 3};
        assertThat(Projection.read(file, "this model", 3).of(vector)).containsExactly(2, 1);
        for (Projection none : new Projection[] {
            Projection.read(file, "another model", 3),
            Projection.read(Arrays.copyOf(file, file.length - 1), "this model", 3),
            Projection.read(new byte[0], "this model", 3)
        }) {
            assertThat(none.of(vector)).isSameAs(vector);
        }
    }

    @Test
    void the_directions_that_come_with_the_program_are_its_models() throws Exception {
        assertThat(TokenDirections.fit())
                .as("made again by mvn test -Dtest=TokenDirectionsMaking")
                .isTrue();
    }

    @Test
    void the_directions_kept_are_those_of_the_largest_spread() {
        double[][] products = {{9, 0, 0}, {0, 1, 0}, {0, 0, 4}};
        float[][] two = TokenDirections.principal(products, 2);
        assertThat(Math.abs(two[0][0])).isCloseTo(1f, within(1e-3f));
        assertThat(Math.abs(two[1][2])).isCloseTo(1f, within(1e-3f));
    }
}
