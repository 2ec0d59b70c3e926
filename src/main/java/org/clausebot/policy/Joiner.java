package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Puts together what a page break, a second paragraph or a lone number has torn apart. */
final class Joiner {
    private final List<SetAside> aside;
    private final TreeSet<Span> omitted;
    private final DocumentText original;
    private DocumentText document;
    private final List<Piece> joined = new ArrayList<>();

    private Joiner(DocumentText document, List<SetAside> aside) {
        this.original = document;
        this.document = document;
        this.aside = aside;
        this.omitted = new TreeSet<>(document.omitted());
    }

    /** Pieces that are whole, and the document that passes over what stood between their parts. */
    record Joined(DocumentText document, List<Piece> pieces) {
        Joined {
            pieces = List.copyOf(pieces);
        }
    }

    static Joined join(DocumentText document, List<Piece> pieces, List<SetAside> aside) {
        Joiner joiner = new Joiner(document, aside);
        pieces.forEach(joiner::add);
        return new Joined(joiner.document, joiner.joined);
    }

    private void add(Piece piece) {
        if (joined.isEmpty()) {
            joined.add(piece);
            return;
        }
        Piece last = joined.getLast();
        if (isLoneNumber(last) && takesNumber(piece)) {
            joined.set(joined.size() - 1, piece.labelled(last.label()));
        } else if (goesOn(last, piece)) {
            joined.set(joined.size() - 1, merge(last, piece));
        } else if (isLoneNumber(last)) {
            joined.removeLast();
            aside.add(new SetAside(last.source(), SetAside.Reason.UNPLACED));
            joined.add(piece);
        } else {
            joined.add(piece);
        }
    }

    private static boolean isLoneNumber(Piece piece) {
        return piece.words().isEmpty();
    }

    private static boolean takesNumber(Piece piece) {
        return piece.label().isEmpty() && (piece.is(Piece.Role.PARAGRAPH) || piece.is(Piece.Role.HEADING));
    }

    private boolean goesOn(Piece last, Piece piece) {
        if (!piece.isPlainParagraph() || piece.words().isEmpty() || last.isTable() || last.isDeclaredHeading()) {
            return false;
        }
        if (!hasOnlyFurnitureBetween(last, piece)) {
            return false;
        }
        if (piece.within() && !isHeadingLike(last)) {
            return true;
        }
        boolean plain = last.look() == Block.Look.PLAIN && piece.look() == Block.Look.PLAIN;
        if (!plain || Phrases.isCapitals(last.words()) || Phrases.wordCount(last.words()) < 4) {
            return false;
        }
        if (Phrases.breaksOff(last.words()) && !Phrases.introducesOutright(last.words())) {
            return true;
        }
        boolean small = Phrases.startsSmall(piece.words()) && !piece.words().contains(":");
        if (small && Phrases.breaksOff(last.words())) {
            return true;
        }
        return small
                && !last.is(Piece.Role.BULLET)
                && !Phrases.endsClause(last.words())
                && Phrases.wordCount(last.words()) > 6;
    }

    private static boolean isHeadingLike(Piece piece) {
        return piece.look() != Block.Look.PLAIN && Phrases.couldBeHeading(piece.words());
    }

    private boolean hasOnlyFurnitureBetween(Piece last, Piece piece) {
        if (last.source().end() > piece.source().start()) {
            return false;
        }
        Span between = between(last, piece);
        return withFurniture(between).read(between).isEmpty();
    }

    private static Span between(Piece last, Piece piece) {
        int from = last.source().end();
        int to = piece.source().start();
        return new Span(from, to);
    }

    private DocumentText withFurniture(Span within) {
        TreeSet<Span> passed = new TreeSet<>(
                document.omitted().stream().filter(within::overlaps).toList());
        for (SetAside part : aside) {
            if (within.contains(part.source()) && passed.stream().noneMatch(part.source()::overlaps)) {
                passed.add(part.source());
            }
        }
        return new DocumentText(original.text(), List.copyOf(passed));
    }

    private Piece merge(Piece last, Piece piece) {
        Span between = between(last, piece);
        if (!document.read(between).isEmpty()) {
            omitted.addAll(withFurniture(between).omitted());
            document = new DocumentText(original.text(), List.copyOf(omitted));
        }
        Span whole = last.source().to(piece.source());
        return last.at(whole, document.read(whole));
    }
}
