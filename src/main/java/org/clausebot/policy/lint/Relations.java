package org.clausebot.policy.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.Span;

/**
 * What the clauses of a policy have to do with one another and with other documents, read from their words by the same
 * rules that the linter judges by: whoever is shown one clause should be shown, or told of, the other.
 *
 * @param exceptions clauses that forbid in every case what another forbids only in part
 * @param citations clauses that send the reader to another clause of the policy
 * @param elsewhere clauses that send the reader to another document
 * @param scopes clauses that say whom or what the policy is for, or is not for
 */
public record Relations(
        List<Exempted> exceptions, List<Citation> citations, List<Elsewhere> elsewhere, List<Scope> scopes) {
    public Relations {
        exceptions = List.copyOf(exceptions);
        citations = List.copyOf(citations);
        elsewhere = List.copyOf(elsewhere);
        scopes = List.copyOf(scopes);
    }

    /**
     * Two clauses on one thing that differ in strength.
     *
     * @param rule forbids it in every case
     * @param exception forbids it "unless …"
     */
    public record Exempted(ClauseRef rule, ClauseRef exception) {}

    /**
     * A clause that sends the reader to another.
     *
     * @param words where the citing clause's text says so
     */
    public record Citation(ClauseRef citing, ClauseRef cited, Span words) {}

    /**
     * A clause that sends the reader to another document.
     *
     * @param words its name, as the citing clause's text has it
     * @param here the policy of that name, where it is among the policies here
     */
    public record Elsewhere(ClauseRef citing, Span words, Optional<PolicyId> here) {}

    /**
     * Relations within one policy.
     *
     * @param all every policy that is here, by whose titles cited documents are recognised
     */
    public static Relations of(Policy policy, List<Policy> all) {
        Reading reading = new Reading(policy, LocalDate.EPOCH, Set.of());
        return new Relations(exceptions(reading), citations(reading), elsewhere(reading, all), Scope.of(policy));
    }

    private static List<Exempted> exceptions(Reading reading) {
        return ConflictCheck.pairs(reading).stream()
                .map(pair -> new Exempted(
                        pair.strict().clause().ref(), pair.lenient().clause().ref()))
                .toList();
    }

    private static List<Citation> citations(Reading reading) {
        List<Citation> citations = new ArrayList<>();
        Set<List<ClauseRef>> seen = new HashSet<>();
        for (CitedPlaceCheck.Cited cited : CitedPlaceCheck.cited(reading)) {
            Clause citing = cited.sentence().clause();
            for (Clause clause : reading.clauses()) {
                ClauseRef there = clause.ref();
                if (there.bullet() == 0
                        && CitedPlaceCheck.plain(there.number()).equals(CitedPlaceCheck.plain(cited.number()))
                        && !there.equals(citing.ref())
                        && seen.add(List.of(citing.ref(), there))) {
                    citations.add(new Citation(citing.ref(), there, cited.words()));
                }
            }
        }
        return citations;
    }

    private static List<Elsewhere> elsewhere(Reading reading, List<Policy> all) {
        List<Elsewhere> elsewhere = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Clause clause : reading.readable()) {
            for (CitedPolicyCheck.Named named : CitedPolicyCheck.named(clause)) {
                Optional<PolicyId> here = all.stream()
                        .filter(policy -> named.means(policy.details().title()))
                        .map(Policy::id)
                        .findFirst();
                if (!here.equals(Optional.of(reading.policy().id())) && seen.add(List.of(clause.ref(), named.key()))) {
                    elsewhere.add(new Elsewhere(clause.ref(), named.words(), here));
                }
            }
        }
        return elsewhere;
    }
}
