package org.clausebot.policy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One version of a policy: the document's text and the clauses that stand in it.
 *
 * @param details its name, version and dates
 * @param document the text that every span refers to
 * @param sections its headings, in order
 * @param clauses its clauses, in order, each with an address of its own
 * @param setAside what is in no clause
 */
public record Policy(
        PolicyDetails details,
        DocumentText document,
        List<Section> sections,
        List<Clause> clauses,
        List<SetAside> setAside) {

    /**
     * @throws IllegalArgumentException when a clause or a lead-in is not word for word a span of the document, or two
     *     clauses have one address: such a policy could be quoted wrongly
     */
    public Policy {
        sections = List.copyOf(sections);
        clauses = List.copyOf(clauses);
        setAside = List.copyOf(setAside);
        Set<String> addresses = new HashSet<>();
        for (Clause clause : clauses) {
            if (!clause.ref().policy().equals(details.id())) {
                throw new IllegalArgumentException(clause.ref() + " belongs to another policy");
            }
            if (!addresses.add(clause.ref().address())) {
                throw new IllegalArgumentException(clause.ref() + " stands twice");
            }
            if (!DocumentText.letters(clause.text()).equals(document.letters(clause.source()))) {
                throw new IllegalArgumentException(clause.ref() + " is not what its document says");
            }
            clause.leadIn().ifPresent(leadIn -> requireVerbatim(document, clause, leadIn));
        }
    }

    private static void requireVerbatim(DocumentText document, Clause clause, LeadIn leadIn) {
        String said = DocumentText.letters(String.join(" ", document.readAll(leadIn.sources())));
        if (!DocumentText.letters(leadIn.text()).equals(said)) {
            throw new IllegalArgumentException("The lead-in of " + clause.ref() + " is not what its document says");
        }
    }

    public PolicyId id() {
        return details.id();
    }

    /**
     * The clause to which words that were set aside at {@code place} may belong: the one around it, or the one right before
     * it; empty where other words stand between.
     */
    public Optional<Clause> clauseBeside(Span place) {
        int to = place.start();
        return clauses.stream()
                .filter(c -> c.source().contains(place))
                .findFirst()
                .or(() -> clauses.stream()
                        .filter(c -> c.source().end() <= to)
                        .max(Comparator.comparing(Clause::source))
                        .filter(c -> nothingStands(c.source().end(), to)));
    }

    private boolean nothingStands(int from, int to) {
        return document.read(new Span(from, to)).isEmpty();
    }

    /** The clause at {@code address} ({@code 2.4.6}, {@code 1.1.1#3}), if the policy has one. */
    public Optional<Clause> clause(String address) {
        return clauses.stream().filter(c -> c.ref().address().equals(address)).findFirst();
    }
}
