package org.clausebot.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.PolicyId;

/**
 * How much a question is like those that clauses are known to answer. With one policy it counts as it is. Among several,
 * of which some have many examples and some none, it counts in full only where it is plain that the question is for the
 * policy, and little elsewhere: the learner finds something to like in any question. docs/quality.md has the figures.
 */
public final class Likeness {
    /** Nothing is known. */
    public static final Likeness NONE = new Likeness(Map.of(), Map.of(), false);

    /** What counts of a likeness where the policy has very many examples, and what more for each that it lacks. */
    private static final double MANY = 0.2;

    private static final double FEW = 0.03;
    private static final double MOST = 0.45;
    /** With so many examples a clause, about half of the likeness that endless ones would give is reached. */
    private static final double HALF = 60;
    /** What counts in addition where the question is plainly for the policy. */
    private static final double PLAIN = 1.77;

    /** Where it is as likely as not plain if the policy has endless examples, and how much sooner if it has none. */
    private static final double PLAIN_FROM = 1.93;

    private static final double SOONER = 1.485;
    /** How sharply it becomes plain. */
    private static final double SHARPNESS = 3;
    /**
     * A policy with examples tuned the sentence model too, which flatters its clauses' nearness; and what its examples do not
     * plainly ask for is rather for another.
     */
    private static final double FLATTERED = 0.1;

    private final Map<String, Double> byClause;
    /** By policy id, how many examples a clause of it has. */
    private final Map<String, Double> examples;

    private final boolean among;
    /** By policy id, how plain it is that the question is for it, 0 to 1. */
    private final Map<String, Double> plain = new HashMap<>();

    private Likeness(Map<String, Double> byClause, Map<String, Double> examples, boolean among) {
        this.byClause = Map.copyOf(byClause);
        this.examples = Map.copyOf(examples);
        this.among = among;
        if (among) {
            Map<String, Double> most = new HashMap<>();
            byClause.forEach((label, like) -> {
                int slash = label.indexOf('/');
                if (slash > 0) {
                    most.merge(label.substring(0, slash), like, Math::max);
                }
            });
            examples.forEach((policy, count) ->
                    plain.put(policy, plain(of(policy) + most.getOrDefault(policy, 0.0), count)));
        }
    }

    /**
     * How plain it is that a question is for a policy, 0 to 1.
     *
     * @param like how much it is like the policy as a whole and its likeliest clause, together
     * @param count how many examples a clause has: with few, less likeness is reached
     */
    private static double plain(double like, double count) {
        double from = PLAIN_FROM - SOONER * HALF / (HALF + count);
        return 1 / (1 + Math.exp(-SHARPNESS * (like - from)));
    }

    /**
     * Where all policies are alike in their examples: it counts as it is, below zero too.
     *
     * @param byClause by {@code policy/address}, and by a policy's id alone for the whole of it: about 1 for very, about 0
     *     for not
     */
    public static Likeness alone(Map<String, Double> byClause) {
        return new Likeness(byClause, Map.of(), false);
    }

    /**
     * Among several policies.
     *
     * @param byClause as above
     * @param examples for each policy that has any, how many examples a clause of it has, above 0
     */
    public static Likeness among(Map<String, Double> byClause, Map<PolicyId, Double> examples) {
        Map<String, Double> byName = new HashMap<>();
        examples.forEach((policy, count) -> byName.put(policy.value(), count));
        return new Likeness(byClause, byName, true);
    }

    /** The same within one policy: which one it is for need not be found out. */
    Likeness within(Optional<PolicyId> policy) {
        return policy.isEmpty() || !among ? this : alone(byClause);
    }

    Map<String, Double> byClause() {
        return byClause;
    }

    /** How much the question is like those that a policy answers, by its id; 0 where it has no examples. */
    public double ofPolicy(String policy) {
        return of(policy);
    }

    double of(String clause) {
        return byClause.getOrDefault(clause, 0.0);
    }

    /**
     * What it adds to a clause's score.
     *
     * @param weight what a likeness of 1 counts where it counts as it is
     */
    double counted(ClauseRef clause, double weight) {
        double like = of(clause.toString());
        if (!among) {
            return weight * like;
        }
        Double count = examples.get(clause.policy().value());
        if (count == null) {
            return 0;
        }
        double sure = plain.getOrDefault(clause.policy().value(), 0.0);
        double share = Math.min(MOST, MANY + FEW * (count + HALF) / count);
        return share * like + sure * PLAIN * Math.max(0, like) - FLATTERED * (1 - sure);
    }
}
