package org.clausebot.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Turns a sentence into a vector, so that sentences of like meaning have like vectors. Vectors have length 1, so that
 * their dot product is their cosine. Thread-safe; takes any text, empty and very long ones too.
 */
public interface SentenceModel extends AutoCloseable {
    /** The vector of what somebody asks. Only the first 126 word pieces count. */
    float[] question(String text);

    /** The vector of what a policy says. Only the first 510 word pieces count. */
    float[] passage(String text);

    /** As {@link #question}, and in the same run what it makes of each word piece; those of the prefix it adds not among them. */
    Reading readQuestion(String text);

    /** As {@link #passage}, and in the same run what it makes of each word piece. */
    Reading readPassage(String text);

    /** Whether its vocabulary has this lower-case word whole, so that it is no typing mistake. */
    boolean knows(String word);

    /** How many numbers a vector has. */
    int dimension();

    /** Differs whenever vectors may differ. */
    String fingerprint();

    /** Differs whenever those of word pieces may differ, or the others. */
    String readingFingerprint();

    /** Why it is not the one that it should be, with what to do; usually nothing. */
    Optional<String> remark();

    @Override
    void close();

    /**
     * The model that comes with the program. Where its file is missing or not what it should be, the untuned one, with a {@link #remark}.
     *
     * @param folder where the native library and the weights are unpacked once; created when missing
     * @throws IOException when they cannot be unpacked there; the message says what to do
     */
    static SentenceModel bundled(Path folder) throws IOException {
        return BgeSmall.load(folder);
    }
}
