package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides which single letters are Roman numbers: by their neighbours, as a reader does. */
final class Series {
    private Series() {}

    static List<Piece> settle(List<Piece> pieces) {
        List<Piece> settled = new ArrayList<>(pieces);
        settle(settled, true);
        settle(settled, false);
        settleStops(settled);
        return List.copyOf(settled);
    }

    /** A number printed as 11) goes on with the series of 10. when it follows it at the same place. */
    private static void settleStops(List<Piece> pieces) {
        Optional<Piece> last = Optional.empty();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Optional<Label> number =
                    piece.label().filter(l -> l.kind() == Label.Kind.NUMBER || l.kind() == Label.Kind.BRACKETED_NUMBER);
            if (number.isEmpty() || piece.listed()) {
                continue;
            }
            Label label = number.get();
            if (label.printed().equals(label.name())
                    && last.filter(l -> goesOn(l, piece, label)).isPresent()) {
                pieces.set(i, piece.labelled(Optional.of(label.as(Label.Kind.NUMBER))));
            }
            last = Optional.of(pieces.get(i));
        }
    }

    private static boolean goesOn(Piece last, Piece piece, Label label) {
        return last.label()
                        .filter(l -> l.kind() == Label.Kind.NUMBER && l.value() + 1 == label.value())
                        .isPresent()
                && Math.abs(last.indent() - piece.indent()) <= 1;
    }

    private static void settle(List<Piece> pieces, boolean upper) {
        int letter = 0;
        int roman = 0;
        int outer = 0;
        boolean lastWasRoman = false;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (resets(piece)) {
                letter = upper ? letter : 0;
                roman = upper ? roman : 0;
            }
            Optional<Label> candidate = alphabetic(piece, upper);
            if (candidate.isEmpty()) {
                continue;
            }
            Label label = candidate.get();
            boolean isRoman = label.kind().isRoman();
            if (!isRoman && label.name().length() == 1 && Label.isNumeral(label.name())) {
                isRoman = isRoman(pieces, i, label, letter, roman, lastWasRoman) || resumes(label, letter, outer);
                if (isRoman) {
                    Label.Kind kind = upper ? Label.Kind.UPPER_ROMAN : Label.Kind.LOWER_ROMAN;
                    pieces.set(i, piece.labelled(Optional.of(label.as(kind))));
                }
            } else if (isRoman
                    && !upper
                    && label.name().length() == 2
                    && label.name().charAt(0) == label.name().charAt(1)
                    && roman == 0
                    && letter > 20) {
                isRoman = false;
                pieces.set(i, piece.labelled(Optional.of(label.as(Label.Kind.LOWER_LETTER))));
            }
            if (isRoman) {
                roman = Label.romanValue(label.name());
                outer = 0;
            } else {
                outer = upper && roman > 0 ? roman : outer;
                letter = Label.letterValue(label.name());
                roman = 0;
            }
            lastWasRoman = isRoman;
        }
    }

    /** IV, then A and B under it, then V: a number that goes on with the outer series. */
    private static boolean resumes(Label label, int letter, int outer) {
        return outer > 0
                && Label.romanValue(label.name()) == outer + 1
                && Label.letterValue(label.name()) != letter + 1;
    }

    private static boolean resets(Piece piece) {
        return piece.is(Piece.Role.HEADING)
                || piece.kind()
                        .filter(k -> k == Label.Kind.COMPOUND || k == Label.Kind.NUMBER || k == Label.Kind.SECTION)
                        .isPresent();
    }

    private static Optional<Label> alphabetic(Piece piece, boolean upper) {
        return piece.label().filter(l -> switch (l.kind()) {
            case UPPER_LETTER, BRACKETED_UPPER_LETTER, UPPER_ROMAN -> upper;
            case LOWER_LETTER, LOWER_ROMAN -> !upper;
            case COMPOUND, NUMBER, BRACKETED_NUMBER, SECTION, DIVISION, BULLET -> false;
        });
    }

    private static boolean isRoman(
            List<Piece> pieces, int at, Label label, int letter, int roman, boolean lastWasRoman) {
        boolean asLetter = Label.letterValue(label.name()) == letter + 1 && letter > 0;
        int value = Label.romanValue(label.name());
        boolean asRoman = roman > 0 && value >= roman && value <= roman + 2;
        if (asLetter && asRoman) {
            return lastWasRoman;
        }
        if (asRoman) {
            return true;
        }
        boolean one = value == 1;
        if (!asLetter) {
            return one || leadsToRoman(pieces, at, label);
        }
        return one && followsAsRoman(pieces, at, label);
    }

    /** (v) that follows no (u): a number when (vi) or its like comes after it, with nothing but itself between. */
    private static boolean leadsToRoman(List<Piece> pieces, int at, Label label) {
        boolean upper = Character.isUpperCase(label.name().charAt(0));
        for (int i = at + 1; i < pieces.size() && !resets(pieces.get(i)); i++) {
            Optional<Label> next = alphabetic(pieces.get(i), upper);
            if (next.isPresent() && !next.get().name().equals(label.name())) {
                String name = next.get().name();
                return name.length() > 1 && Label.romanValue(name) > Label.romanValue(label.name());
            }
        }
        return false;
    }

    /** (h), then (i): a letter when (j) is next or nothing is, a number when (ii) is next. */
    private static boolean followsAsRoman(List<Piece> pieces, int at, Label label) {
        boolean upper = Character.isUpperCase(label.name().charAt(0));
        for (int i = at + 1; i < pieces.size() && !resets(pieces.get(i)); i++) {
            Optional<Label> next = alphabetic(pieces.get(i), upper);
            if (next.isPresent()) {
                return next.get().name().equalsIgnoreCase("ii");
            }
        }
        return at > 0 && pieces.get(at - 1).words().endsWith(":");
    }
}
