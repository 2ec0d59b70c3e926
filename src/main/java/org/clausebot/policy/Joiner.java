package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Puts together what a page break, a second paragraph or a lone number has torn apart. */
final class Joiner {
    private final List<SetAside> aside;
    private final TreeSet<Span> omitted;
    private final DocumentText original;
    private final TreeSet<Span> furniture = new TreeSet<>();
    private final List<Piece> joined = new ArrayList<>();

    private Joiner(DocumentText document, List<SetAside> aside) {
        this.original = document;
        this.aside = aside;
        this.omitted = new TreeSet<>(document.omitted());
        aside.forEach(part -> furniture.add(part.source()));
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
        joiner.joined.removeIf(joiner::isLeftOver);
        return new Joined(new DocumentText(document.text(), List.copyOf(joiner.omitted)), joiner.joined);
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
        } else if (piece.within() && piece.isPlainParagraph() && (isTitled(last, piece) || isByItself(last))) {
            joined.add(piece.apart());
        } else {
            joined.add(piece);
        }
    }

    /** A number with nothing after it is no clause. */
    private boolean isLeftOver(Piece piece) {
        if (!isLoneNumber(piece)) {
            return false;
        }
        int length = piece.label().map(Label::length).orElse(0);
        int end = piece.source().end();
        aside.add(new SetAside(new Span(Math.max(0, end - length), end), SetAside.Reason.UNPLACED));
        return true;
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
        if (piece.within()) {
            return !isHeadingLike(last) && !isTitled(last, piece) && !isByItself(last);
        }
        if (last.isDivision() && !Phrases.startsSmall(piece.words())) {
            return false;
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

    /** A paragraph that is neither labelled nor listed has no room for others within it. */
    private static boolean isByItself(Piece last) {
        return last.isPlainParagraph() && !last.listed() && !last.within();
    }

    /** "A. Scope" over a paragraph that stands under its words: a heading, though the paragraph seems to go on with it. */
    private static boolean isTitled(Piece last, Piece piece) {
        return last.isNumbered()
                && !last.listed()
                && last.label()
                        .filter(l -> switch (l.kind()) {
                            case UPPER_LETTER, UPPER_ROMAN, NUMBER, COMPOUND, SECTION -> true;
                            case BRACKETED_NUMBER,
                                    BRACKETED_UPPER_LETTER,
                                    LOWER_LETTER,
                                    LOWER_ROMAN,
                                    DIVISION,
                                    BULLET -> false;
                        })
                        .isPresent()
                && Phrases.couldBeHeading(last.words())
                && Phrases.wordCount(last.words()) <= 8
                && !Phrases.hasVerb(last.words())
                && !Phrases.breaksOff(last.words())
                && !Phrases.startsSmall(piece.words());
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

    /** The text, passing over what is omitted or set aside within {@code place}. */
    private DocumentText withFurniture(Span place) {
        NavigableSet<Span> passed = inside(omitted, place);
        for (Span part : inside(furniture, place)) {
            Span before = passed.floor(part);
            Span after = passed.ceiling(part);
            boolean taken = (before != null && before.overlaps(part)) || (after != null && after.overlaps(part));
            if (!taken) {
                passed.add(part);
            }
        }
        return new DocumentText(original.text(), List.copyOf(passed));
    }

    private static NavigableSet<Span> inside(NavigableSet<Span> spans, Span place) {
        Span from = new Span(place.start(), place.start());
        Span to = new Span(place.end(), Integer.MAX_VALUE);
        TreeSet<Span> inside = new TreeSet<>();
        for (Span span : spans.subSet(from, true, to, true)) {
            if (place.contains(span)) {
                inside.add(span);
            }
        }
        return inside;
    }

    private Piece merge(Piece last, Piece piece) {
        omitted.addAll(withFurniture(between(last, piece)).omitted());
        Span whole = last.source().to(piece.source());
        return last.at(whole, new DocumentText(original.text(), List.copyOf(inside(omitted, whole))).read(whole));
    }
}
