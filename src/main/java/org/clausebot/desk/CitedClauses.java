package org.clausebot.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clausebot.desk.view.CaseView.Quote;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Policy;

/** Finds the clauses that a case cites in the version of the policy that the reporter was shown, and in no other. */
final class CitedClauses {
    private final Function<String, List<Policy>> versions;

    /** @param versions the policies that are kept in the given version */
    CitedClauses(Function<String, List<Policy>> versions) {
        this.versions = versions;
    }

    /** @param missing as cited, where that version or clause is no longer kept */
    record Found(List<Quote> quotes, List<String> missing) {}

    /** @param cites such as {@code 2.1.5}, {@code 1.1.1#3} or {@code social-media/2.1.5} */
    Found find(List<String> cites, String version) {
        List<Policy> shown = version.isEmpty() || cites.isEmpty() ? List.of() : versions.apply(version);
        List<Quote> quotes = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String cite : cites) {
            quote(shown, cite).ifPresentOrElse(quotes::add, () -> missing.add(cite));
        }
        return new Found(List.copyOf(quotes), List.copyOf(missing));
    }

    private static Optional<Quote> quote(List<Policy> shown, String cite) {
        int slash = cite.indexOf('/');
        String address = cite.substring(slash + 1);
        return shown.stream()
                .filter(p -> slash < 0 || p.id().value().equals(cite.substring(0, slash)))
                .flatMap(p -> p.clause(address).map(c -> quote(p, c)).stream())
                .findFirst();
    }

    private static Quote quote(Policy policy, Clause clause) {
        return new Quote(
                name(clause.ref()),
                clause.headings(),
                clause.leadInText(),
                clause.text(),
                policy.details().title(),
                policy.details().version());
    }

    private static String name(ClauseRef ref) {
        return ref.bullet() == 0 ? ref.number() : ref.number() + ", bullet " + ref.bullet();
    }
}
