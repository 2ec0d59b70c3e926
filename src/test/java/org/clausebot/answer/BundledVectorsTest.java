package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clausebot.datafile.Tsv;
import org.clausebot.search.BundledVectors;
import org.clausebot.search.Example;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.api.Test;

class BundledVectorsTest {
    private static final Path PHRASINGS = Path.of("index/phrasings");
    /** On two processors they take about a second. */
    private static final int SOON_EMBEDDED = 150;

    static Set<String> sentences() throws Exception {
        List<Example> examples = new ArrayList<>(Phrasings.read(PHRASINGS, List.of(TestPolicies.socialMedia())));
        examples.addAll(UrgentDetector.examples(PHRASINGS));
        Set<String> sentences = new TreeSet<>();
        examples.forEach(example -> sentences.add(example.text()));
        // Learnt as soon as there is a second policy, whose import shall be quick.
        for (Tsv.Row row : Phrasings.table(PHRASINGS.resolve("other-policies.tsv"))) {
            sentences.add(row.required("question"));
        }
        return sentences;
    }

    @Test
    void a_first_run_has_hardly_an_example_to_embed() throws Exception {
        assertThat(BundledVectors.missing(sentences()))
                .as("examples without a vector; make them with: mvn test -Dtest=BundledVectorsMaking")
                .hasSizeLessThanOrEqualTo(SOON_EMBEDDED);
    }
}
