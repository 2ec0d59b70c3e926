package org.clausebot.search;

import java.util.Map;

/**
 * How much a question is like those that clauses are known to answer.
 *
 * @param byClause by {@code policy/address}, and by a policy's id alone for the whole of it: about 1 for very, about 0 for not
 * @param noise what likeness must exceed to count in the ranking; 0 where every policy has examples
 */
public record Likeness(Map<String, Double> byClause, double noise) {
    /** Nothing is known. */
    public static final Likeness NONE = new Likeness(Map.of(), 0);

    public Likeness {
        byClause = Map.copyOf(byClause);
    }

    /** How much the question is like those that a policy answers, by its id; 0 where it has no examples. */
    public double ofPolicy(String policy) {
        return of(policy);
    }

    double of(String clause) {
        return byClause.getOrDefault(clause, 0.0);
    }

    /** What it counts in the ranking: without noise it counts as it is, below zero too. */
    double counted(double like) {
        return noise == 0 ? like : Math.max(0, like - noise);
    }
}
