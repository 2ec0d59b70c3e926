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
        return List.copyOf(settled);
    }

    private static void settle(List<Piece> pieces, boolean upper) {
        int letter = 0;
        int roman = 0;
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
                isRoman = isRoman(pieces, i, label, letter, roman, lastWasRoman);
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
            } else {
                letter = Label.letterValue(label.name());
                roman = 0;
            }
            lastWasRoman = isRoman;
        }
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
