package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clausebot.policy.Clause;

/** The same duty put once as "must" and once as "should", which are not the same to a disciplinary panel. */
final class MustShouldCheck implements Check {
    private static final double ALIKE = 0.5;
    private static final int FEWEST_SHARED = 3;

    private record Duty(Sentence sentence, Force force, List<String> words) {}

    @Override
    public List<Finding> check(Reading reading) {
        List<Duty> duties = new ArrayList<>();
        for (Sentence sentence : reading.sentences()) {
            Force.of(sentence).ifPresent(f -> duties.add(new Duty(sentence, f, Words.content(f.core()))));
        }
        List<Finding> findings = new ArrayList<>();
        Set<Set<Clause>> seen = new HashSet<>();
        for (Duty must : duties) {
            for (Duty should : duties) {
                if (must.force().must()
                        && !should.force().must()
                        && must.force().forbids() == should.force().forbids()
                        && DuplicateCheck.comparable(must.sentence(), should.sentence())
                        && DuplicateCheck.shared(must.words(), should.words()) >= FEWEST_SHARED
                        && reading.similarity().of(must.words(), should.words()) >= ALIKE
                        && seen.add(Set.of(
                                must.sentence().clause(), should.sentence().clause()))) {
                    findings.add(finding(reading, must.sentence(), should.sentence()));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Reading reading, Sentence must, Sentence should) {
        return reading.at(
                must,
                Rule.MUST_AND_SHOULD,
                Severity.WARNING,
                Names.capital(Names.of(must.clause())) + " says “must” where " + Names.of(should.clause())
                        + " says “should”: " + Names.quote(must.text()) + " and " + Names.quote(should.text()) + ".",
                "Use “must” in both if there is no choice, “should” in both if there is.",
                List.of(should.clause()));
    }
}
