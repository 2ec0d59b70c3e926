package org.clausebot.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells headings from clauses where the format does not, by what they say and what follows them. */
final class HeadingRules {
    private static final int DECLARING = 2;

    /** "Schedule: plants that must not be grown". */
    private static final Pattern APPENDED = Pattern.compile("(?i)(appendix|annexe?|schedule) ?[:\u2013\u2014-] ?\\w");

    private final List<Piece> pieces;
    private final boolean declares;

    HeadingRules(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        this.declares = pieces.stream().filter(Piece::isDeclaredHeading).count() >= DECLARING;
    }

    boolean isHeading(int i) {
        Piece piece = pieces.get(i);
        if (piece.words().isEmpty()) {
            return false;
        }
        if (piece.isDeclaredHeading()) {
            return !(Phrases.wordCount(piece.words()) > 24 && Phrases.endsSentence(piece.words()));
        }
        if (piece.is(Piece.Role.HEADING)) {
            return true;
        }
        if (!piece.is(Piece.Role.PARAGRAPH) || piece.within() || !Phrases.couldBeHeading(piece.words())) {
            return false;
        }
        if (piece.isDivision()) {
            return !Phrases.hasVerb(piece.words()) && !Phrases.introducesOutright(piece.words());
        }
        if (Phrases.introducesOutright(piece.words()) && !Openings.asks(piece.words())) {
            return false;
        }
        return piece.isNumbered() ? isNumberedHeading(i, piece) : isBareHeading(i, piece);
    }

    private Optional<Piece> next(int i) {
        return i + 1 < pieces.size() ? Optional.of(pieces.get(i + 1)) : Optional.empty();
    }

    private static boolean stands(Piece piece) {
        return piece.look() != Block.Look.PLAIN || Phrases.isCapitals(piece.words());
    }

    private boolean isNumberedHeading(int i, Piece piece) {
        Label label = piece.label().orElseThrow();
        boolean verb = Phrases.hasVerb(piece.words());
        boolean series = switch (label.kind()) {
            case SECTION, COMPOUND, NUMBER, UPPER_LETTER, UPPER_ROMAN -> true;
            case BRACKETED_NUMBER, BRACKETED_UPPER_LETTER, LOWER_LETTER, LOWER_ROMAN -> stands(piece);
            case DIVISION, BULLET -> false;
        };
        if (!series) {
            return false;
        }
        Optional<Piece> next = next(i);
        if (label.kind() == Label.Kind.SECTION) {
            return !verb || next.filter(n -> isChild(label, n)).isPresent();
        }
        if (stands(piece)) {
            return !verb || next.filter(n -> isBody(piece, label, n)).isPresent();
        }
        return !verb && next.filter(n -> isBody(piece, label, n)).isPresent();
    }

    private boolean isBody(Piece piece, Label label, Piece next) {
        int length = Phrases.wordCount(piece.words());
        if (isChild(label, next)) {
            return true;
        }
        return switch (next.role()) {
            case HEADING -> length <= 8;
            case BULLET -> length <= 6 && !piece.listed() && !Phrases.startsSmall(next.words());
            case ROW, HEADER_ROW -> length <= 6;
            case PARAGRAPH -> next.isNumbered() ? opens(piece, label, next) : isProse(piece, next);
        };
    }

    private static boolean isProse(Piece piece, Piece next) {
        boolean sentence = Phrases.endsClause(next.words()) && Phrases.wordCount(next.words()) > 3;
        return (!next.within() && (sentence || next.look() != Block.Look.PLAIN || next.isDivision()))
                || (Phrases.introducesOutright(next.words()) && !piece.listed());
    }

    private static boolean isChild(Label label, Piece next) {
        if (next.kind().filter(k -> k == Label.Kind.COMPOUND).isEmpty()) {
            return false;
        }
        String name = next.label().map(Label::name).orElse("");
        String stem = label.name().endsWith(".0")
                ? label.name().substring(0, label.name().length() - 2)
                : label.name();
        return name.startsWith(stem)
                && name.length() > stem.length()
                && !name.equals(label.name())
                && (name.charAt(stem.length()) == '.' || Character.isLetter(stem.charAt(stem.length() - 1)));
    }

    /** Whether a numbered paragraph begins a series of its own under this one, or is the first rule beside a title. */
    private boolean opens(Piece piece, Label label, Piece next) {
        Label other = next.label().orElseThrow();
        int length = Phrases.wordCount(piece.words());
        if (other.kind() != label.kind()) {
            boolean first = other.value() == 1 || other.kind() == Label.Kind.COMPOUND;
            return length <= 8 && first && !Phrases.startsSmall(next.words());
        }
        return length <= 4
                && !piece.listed()
                && label.kind() != Label.Kind.COMPOUND
                && Phrases.endsSentence(next.words())
                && Phrases.wordCount(next.words()) >= 8;
    }

    private boolean isBareHeading(int i, Piece piece) {
        Optional<Piece> next = next(i);
        if (ControlLines.isControlHeading(piece.words())) {
            return true;
        }
        if (next.isEmpty() || piece.listed()) {
            return false;
        }
        if (APPENDED.matcher(piece.words()).lookingAt()) {
            return true;
        }
        boolean quoted = "\u2018\u201C\"'".indexOf(piece.words().charAt(0)) >= 0;
        if (stands(piece)) {
            return !quoted && (Phrases.wordCount(piece.words()) <= 6 || !Phrases.hasVerb(piece.words()));
        }
        if (declares || quoted || Phrases.hasVerb(piece.words()) || Phrases.wordCount(piece.words()) > 8) {
            return false;
        }
        boolean apart = i == 0
                || Phrases.endsClause(pieces.get(i - 1).words())
                || !pieces.get(i - 1).isPlainParagraph();
        return apart && opensText(piece, next.get());
    }

    private static boolean opensText(Piece piece, Piece next) {
        if (next.isNumbered()) {
            return Phrases.endsClause(next.words()) || Phrases.wordCount(next.words()) > 6;
        }
        return switch (next.role()) {
            case HEADING -> false;
            case BULLET -> Phrases.wordCount(piece.words()) <= 5 && !Phrases.startsSmall(next.words());
            case ROW, HEADER_ROW -> Phrases.wordCount(piece.words()) <= 5;
            case PARAGRAPH ->
                (Phrases.endsClause(next.words()) && Phrases.wordCount(next.words()) > 2)
                        || Phrases.introducesOutright(next.words());
        };
    }
}
