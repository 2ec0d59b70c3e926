package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.policy.Clause;
import org.clausebot.policy.LeadIn;

/** Two clauses with a sentence each that says nearly the same. Items of one list and rows of tables are left alone. */
final class DuplicateCheck implements Check {
    static final double ALIKE = 0.62;
    static final int FEWEST_SHARED = 5;

    @Override
    public List<Finding> check(Reading reading) {
        List<Finding> findings = new ArrayList<>();
        List<Sentence> sentences = reading.sentences();
        List<List<String>> words =
                sentences.stream().map(s -> Words.content(s.text())).toList();
        Set<List<Clause>> seen = new HashSet<>();
        for (int i = 0; i < sentences.size(); i++) {
            for (int j = i + 1; j < sentences.size(); j++) {
                Sentence one = sentences.get(i);
                Sentence other = sentences.get(j);
                if (comparable(one, other)
                        && shared(words.get(i), words.get(j)) >= FEWEST_SHARED
                        && alike(reading, one, other) >= ALIKE
                        && seen.add(List.of(one.clause(), other.clause()))) {
                    findings.add(finding(reading, one, other));
                }
            }
        }
        return findings;
    }

    /** As whole sentences, or as two duties whose exceptions differ. */
    private static double alike(Reading reading, Sentence one, Sentence other) {
        double whole = reading.similarity().of(Words.content(one.text()), Words.content(other.text()));
        Optional<Force> first = Force.of(one);
        Optional<Force> second = Force.of(other);
        boolean duties = first.isPresent()
                && second.isPresent()
                && first.get().forbids() == second.get().forbids();
        return duties
                ? Math.max(
                        whole,
                        reading.similarity()
                                .of(
                                        Words.content(first.get().core()),
                                        Words.content(second.get().core())))
                : whole;
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

    /** Whether two sentences stand in different clauses that are no rows of a table and no items of one list. */
    static boolean comparable(Sentence one, Sentence other) {
        if (one.clause().equals(other.clause()) || Reading.isRow(one.clause()) || Reading.isRow(other.clause())) {
            return false;
        }
        Optional<LeadIn> list = one.clause().leadIn();
        return list.isEmpty() || !list.equals(other.clause().leadIn());
    }

    static long shared(List<String> one, List<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(new HashSet<>(other));
        return common.size();
    }
}
