package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clausebot.policy.Clause;

/**
 * Two clauses that forbid the same thing, one in every case and one "unless …". Staff who find the first will not know
 * of the second. A clause that sets out exceptions on purpose is no conflict.
 */
final class ConflictCheck implements Check {
    private static final double ALIKE = 0.5;
    private static final int FEWEST_SHARED = 4;

    /** A sentence that forbids in every case, and one that forbids the same in part. */
    record Pair(Sentence strict, Sentence lenient) {}

    @Override
    public List<Finding> check(Reading reading) {
        return pairs(reading).stream()
                .map(pair -> finding(reading, pair.strict(), pair.lenient()))
                .toList();
    }

    static List<Pair> pairs(Reading reading) {
        List<Compared> bans =
                reading.compared().stream().filter(Compared::forbids).toList();
        List<Pair> pairs = new ArrayList<>();
        Set<Set<Clause>> seen = new HashSet<>();
        for (Compared strict : bans) {
            for (Compared lenient : bans) {
                if (pairs.size() < DuplicateCheck.MOST_PAIRS
                        && !strict.conditional()
                        && lenient.conditional()
                        && strict.core().shared(lenient.core()) >= FEWEST_SHARED
                        && strict.core().like(lenient.core()) >= ALIKE
                        && DuplicateCheck.comparable(strict, lenient)
                        && seen.add(Set.of(
                                strict.sentence().clause(), lenient.sentence().clause()))) {
                    pairs.add(new Pair(strict.sentence(), lenient.sentence()));
                }
            }
        }
        return pairs;
    }

    private static Finding finding(Reading reading, Sentence strict, Sentence lenient) {
        Clause one = strict.clause();
        Clause other = lenient.clause();
        String exception = lenient.text()
                .substring(Force.of(lenient).map(f -> f.core().length()).orElse(0))
                .replaceFirst("^[,(\\s]+", "");
        return reading.at(
                strict,
                Rule.STRENGTH_CONFLICT,
                Severity.WARNING,
                Names.capital(Names.of(one)) + " forbids without exception what " + Names.of(other)
                        + " forbids only in part (" + Names.quote(exception.replaceAll("[).]+$", "")) + "): "
                        + Names.quote(strict.text()) + ".",
                "Decide which is meant, and say it in one place; or let " + Names.of(one) + " say “except as in "
                        + Names.of(other) + "”.",
                List.of(other));
    }
}
