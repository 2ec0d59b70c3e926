package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.Clause;
import org.clausebot.policy.SetAside;
import org.clausebot.policy.Span;

/** A clause that ends in a colon and is followed by no item. */
final class EmptyLeadInCheck implements Check {
    private static final int FEWEST_WORDS = 3;

    @Override
    public List<Finding> check(Reading reading) {
        List<Finding> findings = new ArrayList<>();
        List<Clause> clauses = reading.clauses();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            Optional<Clause> next = i + 1 < clauses.size() ? Optional.of(clauses.get(i + 1)) : Optional.empty();
            if (clause.text().endsWith(":")
                    && Words.count(clause.text()) >= FEWEST_WORDS
                    && !next.map(n -> belongs(clause, n)).orElse(false)
                    && !somethingUnread(reading, clause, next)) {
                findings.add(reading.at(
                        clause,
                        Rule.LEAD_IN_WITHOUT_ITEMS,
                        Severity.WARNING,
                        Names.capital(Names.of(clause)) + " ends with a colon, " + Names.quote(ending(clause.text()))
                                + ", but no list follows.",
                        "Add what is missing, or end the sentence with a full stop."));
            }
        }
        return findings;
    }

    private static boolean belongs(Clause clause, Clause next) {
        String leadIn = next.leadInText();
        boolean introduced = next.leadIn()
                .map(l -> l.sources().stream().anyMatch(s -> s.overlaps(clause.source())))
                .orElse(false);
        boolean under = next.ref().number().startsWith(clause.ref().number())
                && !next.ref().address().equals(clause.ref().address());
        return introduced || under || Reading.isRow(next) || leadIn.contains(clause.text());
    }

    /** A list that the reader left out, such as a form, is still a list. */
    private static boolean somethingUnread(Reading reading, Clause clause, Optional<Clause> next) {
        int end = next.map(n -> n.source().start())
                .orElse(reading.policy().document().text().length());
        Span gap = new Span(clause.source().end(), Math.max(end, clause.source().end()));
        return reading.policy().setAside().stream()
                .filter(s -> s.reason() == SetAside.Reason.FORM || s.reason() == SetAside.Reason.UNPLACED)
                .anyMatch(s -> gap.contains(s.source()));
    }

    private static String ending(String text) {
        String[] words = text.split(" ", -1);
        return words.length <= 8
                ? text
                : "… " + String.join(" ", List.of(words).subList(words.length - 8, words.length));
    }
}
