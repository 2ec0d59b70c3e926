package org.clausebot.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The real sentence model, unpacked once under {@code target/} and shared by all tests. */
public final class TestModel {
    private static final SentenceModel MODEL = load();

    private TestModel() {}

    public static SentenceModel get() {
        return MODEL;
    }

    private static SentenceModel load() {
        try {
            return SentenceModel.bundled(Path.of("target", "model"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
