package org.clausebot.querylog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of a question. */
public enum Outcome {
    QUOTED(true),
    NEAREST(true),
    NOT_COVERED(true),
    SMALL_TALK(false),
    /** Counted by week, and nothing else of it. */
    URGENT(false);

    private final boolean words;

    Outcome(boolean words) {
        this.words = words;
    }

    /** Whether the redacted words are kept. */
    public boolean keepsWords() {
        return words;
    }

    /** The name in answers' JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Outcome> of(String code) {
        return Arrays.stream(values()).filter(o -> o.code().equals(code)).findFirst();
    }
}
