package org.clausebot.chat.talk;

import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Quote;
import org.clausebot.chat.talk.ButtonValue.Shown;
import org.clausebot.policy.Policy;

/** Finds what buttons name among the policies in force. */
public final class InForce {
    private InForce() {}

    /** The clause that {@code shown} names, if the version that it names is in force. */
    public static Optional<Quote> quote(List<Policy> policies, Shown shown) {
        return policies.stream()
                .filter(policy -> policy.id().value().equals(shown.policy())
                        && policy.details().version().equals(shown.version()))
                .findFirst()
                .flatMap(
                        policy -> policy.clause(shown.clause()).map(clause -> new Quote(policy, clause, List.of(), 0)));
    }
}
