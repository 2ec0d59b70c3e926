package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds page numbers, and the running lines beside them, among the paragraphs of a document without pages. */
final class PageFurniture {
    private static final int MOST_WORDS = 20;

    private PageFurniture() {}

    /** {@code pieces} without page furniture, which goes to {@code aside}. */
    static List<Piece> remove(List<Piece> pieces, List<SetAside> aside) {
        Map<String, Integer> beside = new HashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (couldRun(pieces, i)) {
                beside.merge(pieces.get(i).words(), 1, Integer::sum);
            }
        }
        List<Piece> kept = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean runs = couldRun(pieces, i) && beside.getOrDefault(piece.words(), 0) > 1;
            if (isNumber(piece) || runs) {
                aside.add(new SetAside(piece.source(), SetAside.Reason.PAGE_FURNITURE));
            } else {
                kept.add(piece);
            }
        }
        return kept;
    }

    private static boolean isNumber(Piece piece) {
        return piece.isPlainParagraph() && RunningLines.isPageNumber(piece.words());
    }

    /** Whether a line next to a page number may be one that every page has. */
    private static boolean couldRun(List<Piece> pieces, int i) {
        Piece piece = pieces.get(i);
        boolean besideNumber =
                (i > 0 && isNumber(pieces.get(i - 1))) || (i + 1 < pieces.size() && isNumber(pieces.get(i + 1)));
        return besideNumber
                && piece.isPlainParagraph()
                && !isNumber(piece)
                && !Phrases.endsClause(piece.words())
                && Phrases.wordCount(piece.words()) <= MOST_WORDS;
    }
}
