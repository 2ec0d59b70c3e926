package org.clausebot.datafile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** "Did you mean …?": the known name nearest to a mistyped one. */
public final class Suggestion {
    private Suggestion() {}

    /** The nearest of {@code known} by edits, when it is near enough to have been meant. */
    public static Optional<String> of(String typed, Collection<String> known) {
        if (typed.length() > 100) {
            return Optional.empty();
        }
        String wanted = typed.toLowerCase(Locale.ROOT);
        int limit = wanted.length() < 4 ? 1 : Math.max(2, wanted.length() / 3);
        return known.stream()
                .filter(name -> edits(wanted, name.toLowerCase(Locale.ROOT)) <= limit)
                .min(Comparator.comparingInt(name -> edits(wanted, name.toLowerCase(Locale.ROOT))));
    }

    private static int edits(String a, String b) {
        return LevenshteinDistance.getDefaultInstance().apply(a, b);
    }
}
