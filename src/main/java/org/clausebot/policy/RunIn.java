package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts a heading from its first paragraph where a tab is all that stands between them. */
final class RunIn {
    private RunIn() {}

    static List<Piece> split(DocumentText document, List<Piece> pieces) {
        List<Piece> parted = new ArrayList<>();
        for (Piece piece : pieces) {
            int tab = piece.is(Piece.Role.PARAGRAPH) ? tab(document, piece) : -1;
            if (tab < 0) {
                parted.add(piece);
                continue;
            }
            Span head = new Span(piece.source().start(), tab);
            Span body = new Span(tab + 1, piece.source().end());
            parted.add(new Piece(
                    head,
                    document.read(head),
                    piece.label(),
                    Piece.Role.HEADING,
                    piece.indent(),
                    0,
                    0,
                    Block.Look.STRONG,
                    false,
                    false,
                    Optional.empty()));
            parted.add(piece.labelled(Optional.empty()).at(body, document.read(body)));
        }
        return parted;
    }

    private static int tab(DocumentText document, Piece piece) {
        String raw =
                document.text().substring(piece.source().start(), piece.source().end());
        int tab = raw.indexOf('\t');
        if (tab < 1 || raw.indexOf('\t', tab + 1) >= 0) {
            return -1;
        }
        String head = DocumentText.fold(raw.substring(0, tab));
        String body = DocumentText.fold(raw.substring(tab + 1));
        boolean parted = Phrases.couldBeHeading(head)
                && Phrases.wordCount(head) <= 8
                && !Phrases.hasVerb(head)
                && Phrases.wordCount(body) > 5
                && Phrases.endsClause(body)
                && !Phrases.startsSmall(body);
        return parted ? piece.source().start() + tab : -1;
    }
}
