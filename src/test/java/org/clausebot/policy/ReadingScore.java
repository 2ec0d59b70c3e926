package org.clausebot.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How much of a reference a reading got right.
 *
 * @param document what was read
 * @param wanted clauses of the reference
 * @param given clauses of the reading
 * @param boundaries of those wanted, how many were found with exactly their words
 * @param numbers of those wanted, how many were found at their address
 * @param leadIns of those wanted, how many were found with their lead-in or rightly without one
 * @param headings of those wanted, how many were found under their headings
 */
record ReadingScore(String document, int wanted, int given, int boundaries, int numbers, int leadIns, int headings) {
    private static final Pattern LABEL_STOP = Pattern.compile("(^|> )([A-Z0-9.]{1,9}?)\\. ");

    static ReadingScore of(String document, List<Clause> wanted, List<Clause> given) {
        Map<String, Clause> byWords = new HashMap<>();
        Map<String, Clause> byAddress = new HashMap<>();
        given.forEach(c -> byWords.putIfAbsent(c.text(), c));
        given.forEach(c -> byAddress.put(c.ref().address(), c));
        int[] right = new int[4];
        for (Clause want : wanted) {
            Clause at = byAddress.get(want.ref().address());
            Clause found = at != null && at.text().equals(want.text()) ? at : byWords.get(want.text());
            if (found != null) {
                right[0]++;
                right[1] += found.ref().address().equals(want.ref().address()) ? 1 : 0;
                right[2] += found.leadInText().equals(want.leadInText()) ? 1 : 0;
                right[3] += path(found).equals(path(want)) ? 1 : 0;
            }
        }
        return new ReadingScore(document, wanted.size(), given.size(), right[0], right[1], right[2], right[3]);
    }

    /** Some references print the stop after a heading's number, some do not. */
    private static String path(Clause clause) {
        return LABEL_STOP.matcher(String.join(" > ", clause.headings())).replaceAll("$1$2 ");
    }

    /** The share of {@code right} in what is wanted, or in what is given if that is more, so that extra clauses cost. */
    private double share(int right) {
        return 100.0 * right / Math.max(wanted, given);
    }

    double boundaryShare() {
        return share(boundaries);
    }

    double numberShare() {
        return share(numbers);
    }

    double leadInShare() {
        return share(leadIns);
    }

    double headingShare() {
        return share(headings);
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-44s %4d %4d  %6.1f %6.1f %6.1f %6.1f",
                document,
                wanted,
                given,
                boundaryShare(),
                numberShare(),
                leadInShare(),
                headingShare());
    }
}
