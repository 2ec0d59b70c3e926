package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.policy.Clause;

/**
 * Two clauses that forbid the same thing, one in every case and one "unless …". Staff who find the first will not know
 * of the second. A clause that sets out exceptions on purpose is no conflict.
 */
final class ConflictCheck implements Check {
    private static final double ALIKE = 0.5;
    private static final int FEWEST_SHARED = 4;

    private record Ban(Sentence sentence, Force force, List<String> words) {}

    @Override
    public List<Finding> check(Reading reading) {
        List<Ban> bans = new ArrayList<>();
        for (Sentence sentence : reading.sentences()) {
            Optional<Force> force = Force.of(sentence);
            force.filter(Force::forbids).ifPresent(f -> bans.add(new Ban(sentence, f, Words.content(f.core()))));
        }
        List<Finding> findings = new ArrayList<>();
        Set<Set<Clause>> seen = new HashSet<>();
        for (Ban strict : bans) {
            for (Ban lenient : bans) {
                if (!strict.force().conditional()
                        && lenient.force().conditional()
                        && DuplicateCheck.comparable(strict.sentence(), lenient.sentence())
                        && DuplicateCheck.shared(strict.words(), lenient.words()) >= FEWEST_SHARED
                        && reading.similarity().of(strict.words(), lenient.words()) >= ALIKE
                        && seen.add(Set.of(
                                strict.sentence().clause(), lenient.sentence().clause()))) {
                    findings.add(finding(reading, strict, lenient));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Reading reading, Ban strict, Ban lenient) {
        Clause one = strict.sentence().clause();
        Clause other = lenient.sentence().clause();
        String exception = lenient.sentence()
                .text()
                .substring(lenient.force().core().length())
                .replaceFirst("^[,(\\s]+", "");
        return reading.at(
                strict.sentence(),
                Rule.STRENGTH_CONFLICT,
                Severity.WARNING,
                Names.capital(Names.of(one)) + " forbids without exception what " + Names.of(other)
                        + " forbids only in part (" + Names.quote(exception.replaceAll("[).]+$", "")) + "): "
                        + Names.quote(strict.sentence().text()) + ".",
                "Decide which is meant, and say it in one place; or let " + Names.of(one) + " say “except as in "
                        + Names.of(other) + "”.",
                List.of(other));
    }
}
