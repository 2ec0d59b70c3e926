package org.clausebot.policy.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.policy.Diff;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDiff;
import org.clausebot.policy.lint.Finding;
import org.clausebot.policy.lint.PolicyLinter;

/**
 * What should be known of a draft before it is published.
 *
 * @param findings what the linter found
 * @param diff from the version in force; empty where none is
 * @param touched what names clauses that it changes
 */
public record Check(List<Finding> findings, Optional<Diff> diff, List<Touched> touched) {
    public Check {
        findings = List.copyOf(findings);
        touched = List.copyOf(touched);
    }

    /**
     * @param inForce every policy in force today
     * @param citations what names clauses of the draft's policy
     */
    public static Check of(Policy draft, List<Policy> inForce, List<Citation> citations, LocalDate today) {
        Set<String> known = inForce.stream()
                .flatMap(p -> Stream.of(p.id().value(), p.details().title()))
                .collect(Collectors.toUnmodifiableSet());
        Optional<Diff> diff = inForce.stream()
                .filter(p -> p.id().equals(draft.id()))
                .findFirst()
                .map(older -> PolicyDiff.between(older, draft));
        return new Check(new PolicyLinter().lint(draft, today, known), diff, Touched.of(citations, diff, draft));
    }
}
