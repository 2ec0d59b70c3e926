package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.policy.Clause;

/** The same duty put once as "must" and once as "should", which are not the same to a disciplinary panel. */
final class MustShouldCheck implements Check {
    private static final double ALIKE = 0.5;
    private static final int FEWEST_SHARED = 3;
    /** Two words that together stand in no more sentences than this, three for each, mark one subject. */
    private static final int RARE = 6;

    private static final Set<String> ROLES = ListFile.read("receivers.txt", 1).stream()
            .map(row -> Words.stem(row.getFirst()))
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public List<Finding> check(Reading reading) {
        List<Compared> duties =
                reading.compared().stream().filter(c -> c.force().isPresent()).toList();
        List<Finding> findings = new ArrayList<>();
        Set<Set<Clause>> seen = new HashSet<>();
        for (Compared must : duties) {
            for (Compared should : duties) {
                if (findings.size() < DuplicateCheck.MOST_PAIRS
                        && must.must()
                        && !should.must()
                        && must.core().shared(should.core()) >= 2
                        && (alike(must, should) || oneSubject(reading, must, should))
                        && DuplicateCheck.comparable(must, should)
                        && seen.add(Set.of(
                                must.sentence().clause(), should.sentence().clause()))) {
                    findings.add(finding(reading, must.sentence(), should.sentence(), alike(must, should)));
                }
            }
        }
        return findings;
    }

    private static boolean alike(Compared must, Compared should) {
        return must.forbids() == should.forbids()
                && must.core().shared(should.core()) >= FEWEST_SHARED
                && must.core().like(should.core()) >= ALIKE;
    }

    /**
     * Whether two duties share two words that hardly stand anywhere else, apart from one another, as "bring … into
     * disrepute" does. Side by side they would only be a name, such as "risk assessment".
     */
    private static boolean oneSubject(Reading reading, Compared must, Compared should) {
        List<String> rare = must.words().stream()
                .filter(w -> should.words().contains(w)
                        && !ROLES.contains(w)
                        && reading.similarity().frequency(w) < RARE)
                .toList();
        for (String one : rare) {
            for (String other : rare) {
                if (!one.equals(other)
                        && reading.similarity().frequency(one)
                                        + reading.similarity().frequency(other)
                                <= RARE
                        && !sideBySide(must.sentence(), one, other)
                        && !sideBySide(should.sentence(), one, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sideBySide(Sentence sentence, String one, String other) {
        List<String> words = Stream.of(sentence.text().toLowerCase(Locale.UK).split("[^\\p{L}\\p{N}]+", -1))
                .map(Words::stem)
                .toList();
        int at = words.indexOf(one);
        int next = words.indexOf(other);
        return at < 0 || next < 0 || Math.abs(at - next) < 2;
    }

    private static Finding finding(Reading reading, Sentence must, Sentence should, boolean same) {
        return reading.at(
                must,
                Rule.MUST_AND_SHOULD,
                same ? Severity.WARNING : Severity.INFO,
                Names.capital(Names.of(must.clause())) + " says “must” where " + Names.of(should.clause())
                        + " says “should”: " + Names.quote(must.text()) + " and " + Names.quote(should.text()) + ".",
                "On one subject, use “must” in both if there is no choice, “should” in both if there is.",
                List.of(should.clause()));
    }
}
