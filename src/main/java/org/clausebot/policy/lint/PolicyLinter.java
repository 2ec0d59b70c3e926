package org.clausebot.policy.lint;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebot.policy.Policy;

/** Finds what is wrong with a policy document. Safe for use by several threads. */
public final class PolicyLinter {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::span)
            .thenComparing(Finding::message);

    private final List<Check> checks = List.of(
            new NumberingCheck(),
            new LeadInCheck(),
            new EmptyLeadInCheck(),
            new CitedPlaceCheck(),
            new CitedPolicyCheck(),
            new GuidanceCheck(),
            new ReviewDateCheck(),
            new AbbreviationCheck(),
            new DuplicateCheck(),
            new ConflictCheck(),
            new ReceiverCheck(),
            new MustShouldCheck(),
            new LongSentenceCheck());

    /**
     * What the owner of {@code policy} should look at, the worst first, then by rule and place.
     *
     * @param today by which review dates and the age of guidance are judged
     * @param knownPolicies titles and ids of the policies that are here, by which cited policies are recognised
     */
    public List<Finding> lint(Policy policy, LocalDate today, Set<String> knownPolicies) {
        Reading reading = new Reading(policy, today, knownPolicies);
        return checks.stream()
                .flatMap(check -> check.check(reading).stream())
                .sorted(ORDER)
                .toList();
    }

    /** Findings by severity, the worst first; severities without findings are left out. */
    public static Map<Severity, List<Finding>> bySeverity(List<Finding> findings) {
        Map<Severity, List<Finding>> groups = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            List<Finding> those =
                    findings.stream().filter(f -> f.severity() == severity).toList();
            if (!those.isEmpty()) {
                groups.put(severity, those);
            }
        }
        return groups;
    }
}
