package org.clausebot.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseModelTest {
    private static final String TUNED = BgeSmall.TUNED.resource();
    private static final String HASH = BgeSmall.TUNED.hash();

    @TempDir
    Path folder;

    @Test
    void the_model_that_comes_with_the_program_is_the_one_it_was_made_for() {
        assertThat(TestModel.get().remark()).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "/org/clausebot/search/none.onnx, /org/clausebot/search/clausebot-bge-small.sha256",
        "/org/clausebot/search/clausebot-bge-small.onnx, /org/clausebot/search/none.sha256",
        "/org/clausebot/search/token-directions.bin, /org/clausebot/search/clausebot-bge-small.sha256",
        "/org/clausebot/search/token-directions.bin, ''",
    })
    void where_the_tuned_model_is_missing_or_damaged_its_base_answers_and_says_so(String resource, String hash)
            throws Exception {
        try (SentenceModel model = BgeSmall.load(folder, new BgeSmall.Weights("trial", resource, hash))) {
            assertThat(model.remark()).hasValueSatisfying(remark -> assertThat(remark)
                    .contains("Its base is used instead", "install the program again"));
            assertThat(model.fingerprint()).startsWith("bge-small/");
            float[] asked = model.question("can I be friends with a pupil on Instagram?");
            float same = Vectors.dot(asked, model.passage("Adults should not seek social contact with pupils."));
            float other = Vectors.dot(asked, model.passage("The boiler is serviced every spring."));
            assertThat(same).isGreaterThan(other);
            assertThat(model.readQuestion("Instagram").vector()).hasSize(model.dimension());
        }
    }

    @Test
    void the_tuned_file_has_the_hash_that_is_beside_it() throws Exception {
        Unpacked.check(Unpacked.at(folder.resolve("weights"), TUNED), HASH);
    }
}
