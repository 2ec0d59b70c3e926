package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clausebot.policy.Clause;

/** Two clauses with a sentence each that says nearly the same. Items of one list and rows of tables are left alone. */
final class DuplicateCheck implements Check {
    /** More pairs than this are nobody's reading, and a document of a thousand like sentences has a million. */
    static final int MOST_PAIRS = 100;

    private static final double ALIKE = 0.62;
    private static final int FEWEST_SHARED = 5;

    @Override
    public List<Finding> check(Reading reading) {
        List<Finding> findings = new ArrayList<>();
        List<Compared> sentences = reading.compared();
        Set<List<Clause>> seen = new HashSet<>();
        for (int i = 0; i < sentences.size(); i++) {
            for (int j = i + 1; j < sentences.size() && findings.size() < MOST_PAIRS; j++) {
                Compared one = sentences.get(i);
                Compared other = sentences.get(j);
                if (one.whole().shared(other.whole()) >= FEWEST_SHARED
                        && alike(one, other) >= ALIKE
                        && comparable(one, other)
                        && seen.add(List.of(
                                one.sentence().clause(), other.sentence().clause()))) {
                    findings.add(finding(reading, one.sentence(), other.sentence()));
                }
            }
        }
        return findings;
    }

    /** As whole sentences, or as two duties whose exceptions differ. */
    private static double alike(Compared one, Compared other) {
        double whole = one.whole().like(other.whole());
        boolean duties = one.force().isPresent() && other.force().isPresent() && one.forbids() == other.forbids();
        return duties ? Math.max(whole, one.core().like(other.core())) : whole;
    }

    private static Finding finding(Reading reading, Sentence one, Sentence other) {
        return reading.at(
                one,
                Rule.NEAR_DUPLICATE,
                Severity.INFO,
                Names.capital(Names.of(one.clause())) + " and " + Names.of(other.clause()) + " say nearly the same: "
                        + Names.quote(one.text()) + " and " + Names.quote(other.text()) + ".",
                "Keep one of them, or let one refer to the other, so that they cannot drift apart.",
                List.of(other.clause()));
    }

    /** Whether two sentences stand in different clauses that are no lead-ins, no rows of a table and no items of one list. */
    static boolean comparable(Compared first, Compared second) {
        Clause one = first.sentence().clause();
        Clause other = second.sentence().clause();
        if (first.sentence().text().endsWith(":") || one.equals(other) || Reading.isRow(one) || Reading.isRow(other)) {
            return false;
        }
        return one.leadIn().isEmpty() || !one.leadIn().equals(other.leadIn());
    }
}
