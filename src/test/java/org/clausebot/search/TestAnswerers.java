package org.clausebot.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.clausebot.answer.Answerer;
import org.clausebot.datafile.DataFileException;
import org.clausebot.policy.Policy;

/** Answerers for tests, with the project's own examples; what they learn is kept under {@code target/}. */
public final class TestAnswerers {
    private static final Path FOLDER = Path.of("target", "test-index");
    private static final Path PHRASINGS = Path.of("index/phrasings");
    private static final Answerer SOCIAL_MEDIA = socialMedia(PHRASINGS);

    private TestAnswerers() {}

    /** Of the given policy; shared by all tests. */
    public static Answerer socialMedia() {
        return SOCIAL_MEDIA;
    }

    private static Answerer socialMedia(Path phrasings) {
        try {
            return of(TestPolicies.socialMedia(), phrasings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DataFileException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of one of the trust's policies. */
    public static Answerer trust(String id, Path phrasings) throws IOException, DataFileException {
        return of(TestPolicies.trust(id), phrasings);
    }

    private static Answerer of(Policy policy, Path phrasings) throws IOException, DataFileException {
        return Answerer.open(
                TestIndexes.of(FOLDER, policy), TestModel.get(), phrasings, Path.of("index/relations"), FOLDER);
    }
}
