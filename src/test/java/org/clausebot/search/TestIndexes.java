package org.clausebot.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.clausebot.policy.Policy;

/** Indexes for tests, with the project's own synonyms. */
public final class TestIndexes {
    private static final Path SYNONYMS = Path.of("index/synonyms.txt");

    private TestIndexes() {}

    /** The given policy's index, kept under {@code target/} so that its vectors are made once. */
    public static ClauseIndex socialMedia() {
        try {
            return of(Path.of("target", "test-index"), TestPolicies.socialMedia());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ClauseIndex of(Path folder, Policy... policies) throws IOException {
        return ClauseIndex.open(folder, SYNONYMS, List.of(policies), TestModel.get());
    }
}
