package org.clausebot.datafile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

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
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[b.length()];
    }
}
