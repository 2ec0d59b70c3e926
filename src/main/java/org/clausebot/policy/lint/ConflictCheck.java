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

    @Override
    public List<Finding> check(Reading reading) {
        List<Compared> bans =
                reading.compared().stream().filter(Compared::forbids).toList();
        List<Finding> findings = new ArrayList<>();
        Set<Set<Clause>> seen = new HashSet<>();
        for (Compared strict : bans) {
            for (Compared lenient : bans) {
                if (findings.size() < DuplicateCheck.MOST_PAIRS
                        && !strict.conditional()
                        && lenient.conditional()
                        && strict.core().shared(lenient.core()) >= FEWEST_SHARED
                        && strict.core().like(lenient.core()) >= ALIKE
                        && DuplicateCheck.comparable(strict, lenient)
                        && seen.add(Set.of(
                                strict.sentence().clause(), lenient.sentence().clause()))) {
                    findings.add(finding(reading, strict.sentence(), lenient.sentence()));
                }
            }
        }
        return findings;
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
