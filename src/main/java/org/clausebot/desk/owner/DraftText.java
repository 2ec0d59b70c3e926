package org.clausebot.desk.owner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clausebot.desk.view.OwnerDraftView.Piece;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.policy.Span;

/** A document's own text, cut where clauses, headings and lead-ins begin and end. */
final class DraftText {
    private record Marked(Span span, String kind, String anchor, String name) {}

    private DraftText() {}

    static String anchor(Clause clause) {
        return "at-" + DraftWords.at(clause);
    }

    static List<Piece> pieces(Policy policy) {
        List<Marked> marks = new ArrayList<>();
        policy.clauses().forEach(c -> marks.add(new Marked(c.source(), "clause", anchor(c), DraftWords.name(c.ref()))));
        policy.sections().forEach(s -> marks.add(new Marked(s.source(), "heading", "", "")));
        policy.clauses().stream()
                .flatMap(c -> c.leadIn().stream().flatMap(l -> l.sources().stream()))
                .distinct()
                .forEach(s -> marks.add(new Marked(s, "lead-in", "", "")));
        policy.setAside().forEach(s -> marks.add(new Marked(s.source(), "aside", "", "")));
        // A numbered clause may introduce others and a heading may be set aside: the first of these kinds is shown.
        marks.sort(Comparator.comparing(Marked::span));
        List<Marked> clauses =
                marks.stream().filter(m -> m.kind().equals("clause")).toList();
        List<Piece> pieces = new ArrayList<>();
        String text = policy.document().text();
        int at = 0;
        for (Marked mark : marks) {
            boolean within = !mark.kind().equals("clause")
                    && clauses.stream().anyMatch(c -> c.span().overlaps(mark.span()));
            if (mark.span().isEmpty() || mark.span().start() < at || within) {
                continue;
            }
            plain(pieces, text.substring(at, mark.span().start()));
            pieces.add(new Piece(
                    mark.kind(),
                    mark.anchor(),
                    mark.name(),
                    text.substring(mark.span().start(), mark.span().end())));
            at = mark.span().end();
        }
        plain(pieces, text.substring(at));
        return List.copyOf(pieces);
    }

    private static void plain(List<Piece> pieces, String words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece("plain", "", "", words));
        }
    }
}
