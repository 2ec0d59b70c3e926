package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy laid out as its readers know it: headings, lead-ins and clauses in the order in which they stand.
 *
 * @param parts its sections in order; one without a heading comes first where clauses stand before the first heading
 */
public record Layout(List<Part> parts) {
    public Layout {
        parts = List.copyOf(parts);
    }

    /**
     * A section.
     *
     * @param number 0 for what stands before the first heading, then from 1 on
     * @param section its heading; empty for what stands before the first one
     */
    public record Part(int number, Optional<Section> section, List<Group> groups) {
        public Part {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Clauses that share a lead-in.
     *
     * @param leadIn shown once before them; empty when there is none, or it stands right above as a clause
     */
    public record Group(Optional<LeadIn> leadIn, List<Clause> clauses) {
        public Group {
            clauses = List.copyOf(clauses);
        }
    }

    public static Layout of(Policy policy) {
        List<Part> parts = new ArrayList<>();
        List<Clause> first = between(policy, 0, start(policy, 0));
        if (!first.isEmpty()) {
            parts.add(new Part(0, Optional.empty(), groups(policy, first)));
        }
        for (int i = 0; i < policy.sections().size(); i++) {
            List<Clause> clauses = between(policy, start(policy, i), start(policy, i + 1));
            parts.add(new Part(i + 1, Optional.of(policy.sections().get(i)), groups(policy, clauses)));
        }
        return new Layout(parts);
    }

    /** Where the section begins; behind the last one, the end of the document. */
    private static int start(Policy policy, int section) {
        return section < policy.sections().size()
                ? policy.sections().get(section).source().start()
                : Integer.MAX_VALUE;
    }

    private static List<Clause> between(Policy policy, int start, int end) {
        return policy.clauses().stream()
                .filter(c -> c.source().start() >= start && c.source().start() < end)
                .toList();
    }

    private static List<Group> groups(Policy policy, List<Clause> clauses) {
        List<Group> groups = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= clauses.size(); i++) {
            if (i == clauses.size() || !sources(clauses.get(i)).equals(sources(clauses.get(i - 1)))) {
                Clause first = clauses.get(from);
                groups.add(new Group(
                        first.leadIn().filter(leadIn -> !isPrintedAbove(policy, leadIn)), clauses.subList(from, i)));
                from = i;
            }
        }
        return groups;
    }

    private static List<Span> sources(Clause clause) {
        return clause.leadIn().map(LeadIn::sources).orElse(List.of());
    }

    /** A numbered clause that ends in a colon is itself the lead-in of its bullets: it is not printed twice. */
    private static boolean isPrintedAbove(Policy policy, LeadIn leadIn) {
        return leadIn.sources().stream()
                .allMatch(
                        s -> policy.clauses().stream().anyMatch(c -> c.source().contains(s)));
    }
}
