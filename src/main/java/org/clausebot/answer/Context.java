package org.clausebot.answer;

import java.util.List;
import java.util.Optional;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.Span;

/**
 * What must be known beside the clauses that answer, so that none of them is read alone.
 *
 * @param links what they have to do with other clauses, of their policy or another, in the order to show them
 * @param brought the clauses of the links that are not among those that answer, each once
 * @param elsewhere the other documents that they send the reader to
 */
public record Context(List<Link> links, List<Quote> brought, List<Elsewhere> elsewhere) {
    /** Nothing more need be known. */
    public static final Context NONE = new Context(List.of(), List.of(), List.of());

    public Context {
        links = List.copyOf(links);
        brought = List.copyOf(brought);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * What one clause has to do with another.
     *
     * @param clause the one that answers
     * @param other the one to read with it
     * @param say what the policy's owner wrote about it, in words of their own; often empty
     */
    public record Link(Relation relation, ClauseRef clause, ClauseRef other, String say) {}

    /** What one clause has to do with another. */
    public enum Relation {
        /** The other forbids only in part what the clause forbids in every case. */
        EXCEPTION,
        /** The clause is an exception to the other. */
        RULE,
        /** Where both apply, the other comes first. */
        GIVES_WAY,
        /** Where both apply, the clause comes first. */
        COMES_FIRST,
        /** The two say different things, and nothing says which comes first. */
        CONFLICT,
        /** The clause sends the reader to the other. */
        CITED,
        /** The other says whom the policy is for. */
        WHOM,
        /** The other says what the policy is not for. */
        NOT_FOR
    }

    /**
     * Another document that a clause sends the reader to.
     *
     * @param quote the clause
     * @param words where the clause's text names it
     * @param here the policy of that name, where it can be asked about here
     */
    public record Elsewhere(Quote quote, Span words, Optional<PolicyId> here) {
        /** The document's name as the clause has it. */
        public String name() {
            return quote.clause().text().substring(words.start(), words.end());
        }
    }
}
