package org.clausebot.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadyVectorsTest {
    private static final SentenceModel MODEL = TestModel.get();
    private static final List<String> SENTENCES =
            List.of("can I add a parent on insta", "who do I ring when I am ill", "what is this policy for");

    private static byte[] hash(String sentence) {
        return Hashes.digest(sentence);
    }

    private static byte[] file() {
        Map<String, float[]> vectors = new HashMap<>();
        SENTENCES.forEach(sentence -> vectors.put(Hashes.sha256(sentence), MODEL.question(sentence)));
        return ReadyVectors.file(MODEL, vectors);
    }

    @Test
    void a_vector_is_found_by_its_sentence_and_nearly_what_the_model_gives() {
        ReadyVectors ready = ReadyVectors.read(file(), MODEL);
        for (String sentence : SENTENCES) {
            float[] found = Objects.requireNonNull(ready.of(hash(sentence)), sentence);
            assertThat(Vectors.dot(found, MODEL.question(sentence))).isGreaterThan(0.9998f);
            assertThat(Vectors.dot(found, found)).isBetween(0.9999f, 1.0001f);
        }
        assertThat(ready.of(hash("another sentence"))).isNull();
    }

    @Test
    void vectors_of_another_model_are_passed_over_and_half_a_file_has_whole_ones() {
        byte[] file = file();
        byte[] other = file.clone();
        other[0]++;
        assertThat(ReadyVectors.read(other, MODEL).of(hash(SENTENCES.getFirst())))
                .isNull();
        assertThat(ReadyVectors.read(new byte[0], MODEL).of(hash(SENTENCES.getFirst())))
                .isNull();
        ReadyVectors half = ReadyVectors.read(Arrays.copyOf(file, file.length - 1), MODEL);
        assertThat(SENTENCES.stream().filter(s -> half.of(hash(s)) != null)).hasSize(2);
    }
}
