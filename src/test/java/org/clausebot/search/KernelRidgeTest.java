package org.clausebot.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KernelRidgeTest {
    private static final List<String> TEXTS = List.of(
            "can I add a pupil on insta",
            "can I add a parent on insta",
            "a pupil has added me on insta",
            "who do I ring when I am ill",
            "who do I ring when the boiler is off",
            "my pupil rang me when I was ill");

    private static float[][] vectors(int count, int dimension) {
        SplittableRandom random = new SplittableRandom(7);
        float[][] vectors = new float[count][dimension];
        for (float[] vector : vectors) {
            for (int d = 0; d < dimension; d++) {
                vector[d] = (float) random.nextDouble(-1, 1);
            }
            Vectors.unit(vector);
        }
        return vectors;
    }

    private static KernelRidge learnt() {
        float[][] outputs = {{1, 0}, {1, 0}, {0, 0}, {0, 1}, {0, 1}, {0, 0}};
        return KernelRidge.fit(TEXTS, vectors(6, 20), outputs, new KernelRidge.Settings(1, 0.3, 0.01));
    }

    @Test
    void each_example_gets_nearly_the_output_that_was_wanted_of_it() {
        KernelRidge learnt = learnt();
        assertThat(learnt.at(TEXTS.get(0), vectors(6, 20)[0])).containsExactly(new double[] {1, 0}, within(0.05));
        assertThat(learnt.at(TEXTS.get(4), vectors(6, 20)[4])).containsExactly(new double[] {0, 1}, within(0.05));
    }

    @Test
    void what_was_learnt_is_the_same_after_it_was_written_and_read() throws Exception {
        KernelRidge learnt = learnt();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        learnt.write(new DataOutputStream(bytes));
        KernelRidge read = KernelRidge.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        float[] vector = vectors(7, 20)[6];
        assertThat(read.at("may I ring a pupil", vector)).containsExactly(learnt.at("may I ring a pupil", vector));
    }

    @Test
    void a_large_system_is_solved_block_by_block() {
        int n = 1_130;
        SplittableRandom random = new SplittableRandom(3);
        HalfMatrix matrix = new HalfMatrix(n);
        float[][] wanted = new float[n][2];
        float[][] sums = new float[n][2];
        for (int i = 0; i < n; i++) {
            wanted[i][0] = (float) random.nextDouble();
            wanted[i][1] = i / 100f;
        }
        for (int i = 0; i < n; i++) {
            float[] row = new float[i + 1];
            for (int j = 0; j <= i; j++) {
                row[j] = i == j ? n : (float) random.nextDouble(-1, 1);
                for (int c = 0; c < 2; c++) {
                    sums[i][c] += row[j] * wanted[j][c];
                    sums[j][c] += i == j ? 0 : row[j] * wanted[i][c];
                }
            }
            matrix.addToRow(i, row);
        }
        Matrix right = Matrix.of(sums);
        try (Products products = new Products()) {
            PositiveDefinite.solve(products, matrix, right);
        }
        float[] found = new float[2];
        for (int i = 0; i < n; i++) {
            right.get(i, found, 0, 2);
            assertThat(found).containsExactly(wanted[i], within(1e-4f));
        }
    }

    @Test
    void a_system_that_has_no_one_solution_is_refused() {
        HalfMatrix matrix = new HalfMatrix(2);
        matrix.addToRow(0, new float[] {1});
        matrix.addToRow(1, new float[] {2, 1});
        try (Products products = new Products()) {
            assertThatThrownBy(() -> PositiveDefinite.solve(products, matrix, Matrix.of(2, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("positive definite");
        }
    }

    @Test
    void examples_of_nothing_teach_nothing() {
        KernelRidge learnt =
                KernelRidge.fit(TEXTS, vectors(6, 20), new float[6][0], new KernelRidge.Settings(1, 0.3, 0.01));
        assertThat(learnt.at(TEXTS.getFirst(), vectors(6, 20)[0])).isEmpty();
    }

    @Test
    void likeness_in_words_sees_through_capitals_and_typing_mistakes_and_is_whole_for_the_same_words() {
        WordKernel kernel = WordKernel.of(TEXTS);
        float[] same = new float[6];
        kernel.add("CAN I add a PUPIL on insta", 1, same);
        assertThat(same[0]).isCloseTo(1, within(1e-5f));
        assertThat(same[0]).isGreaterThan(same[1]);
        float[] mistyped = new float[6];
        kernel.add("who do i ringg wen ill", 1, mistyped);
        assertThat(mistyped[3]).isGreaterThan(mistyped[0]).isGreaterThan(mistyped[2]);
        float[] nothing = new float[6];
        kernel.add("zzz !!! 😀", 1, nothing);
        assertThat(nothing).containsOnly(0);
        kernel.add("", 1, nothing);
        assertThat(nothing).containsOnly(0);
    }
}
