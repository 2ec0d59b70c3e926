package org.clausebot.policy;

import java.util.List;

/**
 * One correction by hand of how a document was read. It names a clause by the span at which it stands when the correction's
 * turn comes, and gives nothing but places in the document and numbers: no words can come in by it.
 */
public sealed interface Correction {
    /** Where the clause stands that is corrected, or is to stand. */
    Span clause();

    /**
     * The clause begins or ends elsewhere.
     *
     * @param to where it stands instead
     */
    record Bounds(Span clause, Span to) implements Correction {}

    /**
     * The clause is two.
     *
     * @param first where the first of them stands; it keeps number and lead-in
     * @param second where the second stands; it has the same lead-in
     * @param address of the second, such as {@code 2.4.7} or {@code 1.1.1#3}
     */
    record Split(Span clause, Span first, Span second, String address) implements Correction {}

    /**
     * The clause goes on in the next one, whose number is no number.
     *
     * @param next where the next one stands
     */
    record Join(Span clause, Span next) implements Correction {}

    /**
     * What was set aside is a clause of its own, without a lead-in.
     *
     * @param clause where it was set aside
     * @param address such as {@code 2.4.7} or {@code 1.1.1#3}
     */
    record Restored(Span clause, String address) implements Correction {}

    /**
     * What was set aside belongs to a clause: to its end, or into the midst of it where it was passed over.
     *
     * @param aside where it was set aside
     */
    record Regained(Span clause, Span aside) implements Correction {}

    /** @param address the clause's own, such as {@code 2.4.7} or {@code 1.1.1#3} */
    record Numbered(Span clause, String address) implements Correction {}

    /**
     * The clause is introduced by other words, or by none.
     *
     * @param by where they stand, outermost first; empty for none
     */
    record Introduced(Span clause, List<Span> by) implements Correction {
        public Introduced {
            by = List.copyOf(by);
        }
    }
}
