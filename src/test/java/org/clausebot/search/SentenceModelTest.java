package org.clausebot.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceModelTest {
    private final SentenceModel model = TestModel.get();

    @Test
    void a_paraphrase_is_nearer_than_another_matter() {
        float[] asked = model.question("can I be friends with a pupil on Instagram?");
        float same = Vectors.dot(
                asked, model.passage("Adults should not seek social contact via social media with pupils."));
        float other = Vectors.dot(asked, model.passage("The boiler is serviced every spring by the site manager."));
        assertThat(same).isGreaterThan(other + 0.2f);
    }

    @Test
    void vectors_have_length_one_and_repeat_exactly() {
        float[] vector = model.passage("Never share passwords.");
        assertThat(vector).hasSize(model.dimension()).isEqualTo(model.passage("never SHARE  passwords."));
        assertThat(Vectors.dot(vector, vector)).isCloseTo(1f, within(1e-5f));
    }

    @Test
    void any_text_has_a_vector() {
        for (String text : List.of("", " ", "😀😀", "x".repeat(10_000), "word ".repeat(5_000), "\u0000\uD800", "你好")) {
            assertThat(model.question(text)).doesNotContain(Float.NaN).hasSize(384);
            assertThat(model.passage(text)).doesNotContain(Float.NaN);
        }
    }

    @Test
    void many_threads_get_the_same_vectors_as_one() {
        List<float[]> alone = IntStream.range(0, 24)
                .mapToObj(i -> model.question("question " + i))
                .toList();
        List<float[]> together = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> model.question("question " + i))
                .toList();
        for (int i = 0; i < alone.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i));
        }
    }

    @Test
    void whoever_reads_while_it_is_closed_gets_an_answer_or_a_refusal_and_no_crash(@TempDir Path folder)
            throws Exception {
        SentenceModel other = SentenceModel.bundled(folder);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch reading = new CountDownLatch(4);
            List<Future<Integer>> read = IntStream.range(0, 4)
                    .mapToObj(reader -> readers.submit(() -> {
                        int answered = 0;
                        try {
                            for (; ; answered++) {
                                other.passage("Staff should keep a copy of passage " + answered);
                                reading.countDown();
                            }
                        } catch (IllegalStateException closed) {
                            return answered;
                        }
                    }))
                    .toList();
            reading.await();
            other.close();
            int answered = 0;
            for (Future<Integer> reader : read) {
                answered += reader.get();
            }
            assertThat(answered).isGreaterThanOrEqualTo(4);
        }
    }
}
