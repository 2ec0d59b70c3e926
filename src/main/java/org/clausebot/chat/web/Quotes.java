package org.clausebot.chat.web;

import java.util.ArrayList;
import java.util.List;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Anchors;
import org.clausebot.chat.Wording;
import org.clausebot.chat.web.view.QuoteView;
import org.clausebot.chat.web.view.QuoteView.Piece;
import org.clausebot.chat.web.view.VoteView;
import org.clausebot.policy.Clause;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.Span;

/** Turns quotes into what the templates show, without changing a letter. */
final class Quotes {
    private Quotes() {}

    static QuoteView view(Quote quote, String id, String badge, List<VoteView> votes) {
        Clause clause = quote.clause();
        PolicyDetails details = quote.policy().details();
        return new QuoteView(
                id,
                details.id().value(),
                details.title(),
                details.version(),
                clause.ref().address(),
                Wording.name(clause.ref()),
                Anchors.link(clause.ref()),
                clause.headings(),
                clause.leadInText(),
                pieces(clause.text(), quote.emphasis()),
                badge,
                copy(clause, details),
                votes);
    }

    private static List<Piece> pieces(String text, List<Span> emphasis) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Span span : emphasis) {
            add(pieces, text.substring(at, span.start()), false);
            add(pieces, text.substring(span.start(), span.end()), true);
            at = span.end();
        }
        add(pieces, text.substring(at), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean strong) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, strong));
        }
    }

    private static String copy(Clause clause, PolicyDetails details) {
        return Wording.name(clause.ref()) + " " + clause.statement() + "\n(" + details.title() + ", version "
                + details.version() + ")";
    }
}
