package org.clausebot.desk.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.answer.Quote;
import org.clausebot.desk.view.OwnerClause;
import org.clausebot.desk.view.OwnerClause.Piece;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Policy;
import org.clausebot.policy.Span;

/** The clauses of the policies in force, as the desk shows them: to the letter, with their lead-in. */
final class Clauses {
    private final Supplier<List<Policy>> policies;

    /** @param policies in force today */
    Clauses(Supplier<List<Policy>> policies) {
        this.policies = policies;
    }

    List<Policy> policies() {
        return policies.get();
    }

    Optional<Policy> policy(String id) {
        return policies.get().stream()
                .filter(policy -> policy.id().value().equals(id))
                .findFirst();
    }

    /** The words of a clause that is in force, with a note. */
    Optional<OwnerClause> shown(String policy, String address, String note) {
        return policy(policy).flatMap(p -> p.clause(address).map(clause -> view(p, clause, List.of(), note)));
    }

    OwnerClause shown(Quote quote) {
        return view(quote.policy(), quote.clause(), quote.emphasis(), "");
    }

    /** How a clause is called in a table: with its policy where there are several. */
    String name(String policy, String address) {
        String title = policy(policy).map(p -> p.details().title()).orElse(policy);
        return policies.get().size() > 1 ? title + ", " + label(address) : label(address);
    }

    /** Such as {@code 2.4.6}, or {@code 1.1.1, point 3}. */
    static String label(ClauseRef ref) {
        return ref.bullet() == 0 ? ref.number() : ref.number() + ", point " + ref.bullet();
    }

    private static String label(String address) {
        return address.replaceFirst("#(\\d+)$", ", point $1");
    }

    static String link(ClauseRef ref) {
        return OwnerTab.CLAUSES.address() + "/" + ref.policy() + "#" + anchor(ref);
    }

    /** The id of a clause's element: letters, digits and points stay, all else is told by its number. */
    static String anchor(ClauseRef ref) {
        StringBuilder id = new StringBuilder("clause-");
        ref.address().codePoints().forEach(c -> {
            if (c < 128 && (Character.isLetterOrDigit(c) || c == '.')) {
                id.appendCodePoint(c);
            } else {
                id.append('_').append(Integer.toHexString(c)).append('_');
            }
        });
        return id.toString();
    }

    private static OwnerClause view(Policy policy, Clause clause, List<Span> emphasis, String note) {
        return new OwnerClause(
                label(clause.ref()),
                policy.details().title(),
                policy.details().version(),
                clause.headings(),
                clause.leadInText(),
                pieces(clause.text(), emphasis),
                link(clause.ref()),
                note);
    }

    private static List<Piece> pieces(String text, List<Span> emphasis) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Span span : emphasis) {
            pieces.add(new Piece(text.substring(at, span.start()), false));
            pieces.add(new Piece(text.substring(span.start(), span.end()), true));
            at = span.end();
        }
        pieces.add(new Piece(text.substring(at), false));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }
}
