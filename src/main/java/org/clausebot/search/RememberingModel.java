package org.clausebot.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A sentence model that has the last questions at hand, so that two indexes that are asked the same embed it once. */
public final class RememberingModel implements SentenceModel {
    private final SentenceModel model;
    private final Map<String, Reading> last;

    /**
     * @param model stays the caller's to close
     * @param most how many questions it remembers; 1 or more
     */
    public RememberingModel(SentenceModel model, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("It remembers one question at least");
        }
        this.model = model;
        this.last = new LinkedHashMap<>(2 * most, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public float[] question(String text) {
        return readQuestion(text).vector();
    }

    @Override
    public Reading readQuestion(String text) {
        Reading known;
        synchronized (last) {
            known = last.get(text);
        }
        if (known == null) {
            // Not under the lock: it takes some milliseconds, and others ask meanwhile.
            known = model.readQuestion(text);
            synchronized (last) {
                last.put(text, known);
            }
        }
        return known;
    }

    @Override
    public float[] passage(String text) {
        return model.passage(text);
    }

    @Override
    public Reading readPassage(String text) {
        return model.readPassage(text);
    }

    @Override
    public boolean knows(String word) {
        return model.knows(word);
    }

    @Override
    public int dimension() {
        return model.dimension();
    }

    @Override
    public String fingerprint() {
        return model.fingerprint();
    }

    @Override
    public String readingFingerprint() {
        return model.readingFingerprint();
    }

    @Override
    public Optional<String> remark() {
        return model.remark();
    }

    /** Forgets the questions; the model stays open. */
    @Override
    public void close() {
        synchronized (last) {
            last.clear();
        }
    }
}
