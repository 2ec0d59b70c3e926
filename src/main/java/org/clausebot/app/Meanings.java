package org.clausebot.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/** What questions mean, kept while schools that ask alike are looked at one after the other. Thread-safe. */
final class Meanings implements AutoCloseable {
    /** A vector takes one and a half kilobytes. */
    private static final int MOST = 20_000;

    private final Function<String, float[]> model;
    private final Cache<String, float[]> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** @param model gives a question's vector; takes some milliseconds */
    Meanings(Function<String, float[]> model) {
        this.model = model;
    }

    /** Not to be changed by whoever is given it. */
    float[] of(String words) {
        return known.get(words, model);
    }

    /** Forgets all; it can be asked again. */
    @Override
    public void close() {
        known.invalidateAll();
    }
}
