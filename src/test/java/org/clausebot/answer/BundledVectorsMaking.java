package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.clausebot.search.BundledVectors;
import org.junit.jupiter.api.Test;

/**
 * Makes the vectors of the example sentences that come with the program, after examples or the sentence model have
 * changed. Not part of every build: {@code mvn test -Dtest=BundledVectorsMaking}.
 */
class BundledVectorsMaking {
    @Test
    void the_program_comes_with_the_vectors_of_all_its_examples() throws Exception {
        BundledVectors.make(BundledVectorsTest.sentences(), Path.of("target/bundled-vectors"));
        assertThat(BundledVectors.missing(BundledVectorsTest.sentences())).isEmpty();
    }
}
