package org.clausebot.acknowledgement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;

/** Makes questions from a policy's clauses, and puts them. Every word that is shown as the policy's is the policy's. */
public final class Checks {
    /** How many questions a request may have. */
    public static final int MOST = 5;

    private static final int OTHERS = 3;
    /** A longer clause is no question but a reading exercise. */
    private static final int LONGEST = 280;

    /** A space within such a word may be any white space in the document. */
    private static final Pattern STRONG = Pattern.compile(
            "\\b(?:must|should|may|shall|can|will)\\s+(?:not|never)\\b|\\bcannot\\b|\\b(?:must|should|may|shall|can)\\b");

    private static final Map<String, List<String>> PAIRS = Map.of(
            "must", List.of("must", "must not"),
            "must not", List.of("must", "must not"),
            "should", List.of("should", "should not"),
            "should not", List.of("should", "should not"),
            "may", List.of("may", "may not"),
            "may not", List.of("may", "may not"));

    private Checks() {}

    /**
     * A question as it is put.
     *
     * @param check what it is
     * @param clause the clause that holds the answer
     * @param heading for {@link Check.Place}, where the right clause stands; otherwise empty
     * @param before for {@link Check.Strength}, the clause with its lead-in up to the word that was left out
     * @param after and what follows it
     * @param options what may be chosen
     * @param right the place of the right one, from 0
     */
    public record Put(
            Check check, Clause clause, String heading, String before, String after, List<Option> options, int right) {
        public Put {
            options = List.copyOf(options);
            if (right < 0 || right >= options.size()) {
                throw new IllegalArgumentException("One of the answers is right");
            }
        }

        /** The clause's address. */
        public String number() {
            return clause.ref().address();
        }

        /** The clause with its lead-in. */
        public String statement() {
            return clause.statement();
        }

        /** Where it stands, outermost first. */
        public List<String> headings() {
            return clause.headings();
        }
    }

    /**
     * What may be chosen: a word, or a clause with its lead-in, because without it a clause may say the opposite.
     *
     * @param leadIn empty where there is none
     */
    public record Option(String leadIn, String text) {}

    /**
     * Questions that can be made: one for a clause, those most asked for first, then the others as they stand.
     *
     * @param asked addresses
     */
    public static List<Put> candidates(Policy policy, List<String> asked, int most) {
        Set<String> order = new LinkedHashSet<>(asked);
        policy.clauses().forEach(clause -> order.add(clause.ref().address()));
        List<Put> found = new ArrayList<>();
        for (String address : order) {
            if (found.size() == most) {
                break;
            }
            policy.clause(address).flatMap(clause -> about(policy, clause)).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Optional<Put> about(Policy policy, Clause clause) {
        String address = clause.ref().address();
        if (clause.statement().length() > LONGEST || address.indexOf('|') >= 0) {
            return Optional.empty();
        }
        return put(policy, new Check.Strength(address)).or(() -> {
            List<String> others = others(policy, clause);
            return others.size() < OTHERS ? Optional.empty() : put(policy, new Check.Place(address, others));
        });
    }

    /** Clauses under other headings, no two under one, the nearest in length: the length must not give it away. */
    private static List<String> others(Policy policy, Clause clause) {
        Set<List<String>> headings = new LinkedHashSet<>(List.of(clause.headings()));
        List<String> others = new ArrayList<>();
        policy.clauses().stream()
                .filter(other -> other.statement().length() <= LONGEST
                        && other.ref().address().indexOf('|') < 0)
                .sorted(Comparator.comparingInt(other ->
                        Math.abs(other.statement().length() - clause.statement().length())))
                .filter(other -> !other.statement().equals(clause.statement()) && !isUnder(other, clause))
                .forEach(other -> {
                    if (others.size() < OTHERS && headings.add(other.headings())) {
                        others.add(other.ref().address());
                    }
                });
        return others;
    }

    /** Whether a clause stands, also further down, under the heading that another is asked for by. */
    private static boolean isUnder(Clause other, Clause clause) {
        return clause.headings().isEmpty()
                || other.headings().contains(clause.headings().getLast());
    }

    /** The question with its words; empty when {@code policy} has not the clauses, or they do not serve for it. */
    public static Optional<Put> put(Policy policy, Check check) {
        return policy.clause(check.address()).flatMap(clause -> switch (check) {
            case Check.Strength strength -> strength(strength, clause);
            case Check.Place place -> place(policy, place, clause);
        });
    }

    private static Optional<Put> strength(Check.Strength check, Clause clause) {
        String said = clause.statement();
        List<MatchResult> found = STRONG.matcher(said).results().toList();
        if (found.size() != 1) {
            return Optional.empty();
        }
        MatchResult word = found.getFirst();
        String left = word.group().replaceAll("\\s+", " ");
        List<String> pair = PAIRS.getOrDefault(left, List.of());
        return pair.isEmpty()
                ? Optional.empty()
                : Optional.of(new Put(
                        check,
                        clause,
                        "",
                        said.substring(0, word.start()),
                        said.substring(word.end()),
                        pair.stream().map(one -> new Option("", one)).toList(),
                        pair.indexOf(left)));
    }

    private static Optional<Put> place(Policy policy, Check.Place check, Clause clause) {
        List<Clause> all = new ArrayList<>(List.of(clause));
        for (String other : check.others()) {
            policy.clause(other).filter(o -> !isUnder(o, clause)).ifPresent(all::add);
        }
        if (clause.headings().isEmpty() || all.size() != check.others().size() + 1) {
            return Optional.empty();
        }
        // An order that is always the same and says nothing of which is right.
        all.sort(Comparator.comparingInt((Clause c) -> c.statement().hashCode())
                .thenComparing(c -> c.ref().address()));
        return Optional.of(new Put(
                check,
                clause,
                clause.headings().getLast(),
                "",
                "",
                all.stream().map(c -> new Option(c.leadInText(), c.text())).toList(),
                all.indexOf(clause)));
    }
}
