package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the lines of a PDF together to paragraphs, by where they stand, where they end and what they begin with. */
final class PdfParagraphs {
    private static final float ASIDE = 3f;
    private static final float SPACE = 0.3f;
    private static final float FAR_FROM_EDGE = 0.05f;

    private final PdfLayout layout;
    private final List<List<PdfLine>> paragraphs = new ArrayList<>();

    private PdfParagraphs(PdfLayout layout) {
        this.layout = layout;
    }

    static List<List<PdfLine>> of(List<PdfLine> lines, PdfLayout layout) {
        PdfParagraphs made = new PdfParagraphs(layout);
        for (PdfLine line : lines) {
            if (made.paragraphs.isEmpty() || made.startsNew(made.paragraphs.getLast(), line)) {
                made.paragraphs.add(new ArrayList<>());
            }
            made.paragraphs.getLast().add(line);
        }
        return made.paragraphs;
    }

    private boolean startsNew(List<PdfLine> group, PdfLine line) {
        PdfLine above = group.getLast();
        String before = above.words();
        String words = line.words();
        if (layout.look(line) != layout.look(above) || Math.abs(line.size() - above.size()) > 0.15f * line.size()) {
            return true;
        }
        Optional<Label> label = Label.at(words, Label.Bare.BEFORE_A_WIDE_GAP);
        boolean columnStart = line.columnStart() || line.y() < above.y();
        if (!columnStart && layout.isGap(above, line)) {
            return true;
        }
        if (label.isPresent() && begins(label.get(), group, line)) {
            return true;
        }
        if (columnStart) {
            return Phrases.endsClause(before) || (hasRoom(above, line) && !Phrases.startsSmall(words));
        }
        if (hasRoom(above, line)) {
            return (!Phrases.startsSmall(words) && !Phrases.breaksOff(before)) || isBareItem(group, line);
        }
        return Phrases.endsClause(before) && isSetAnew(group, line);
    }

    private boolean begins(Label label, List<PdfLine> group, PdfLine line) {
        PdfLine above = group.getLast();
        String before = above.words();
        boolean outdented = group.size() > 1 && line.x0() < above.x0() - ASIDE;
        boolean mark = label.kind() == Label.Kind.BULLET && !label.printed().matches("[-*–—+oO]");
        if (mark || outdented || Phrases.endsClause(before)) {
            return true;
        }
        if (Phrases.cites(before)) {
            return false;
        }
        if (isNextOf(group.getFirst(), label, line)) {
            return true;
        }
        boolean hanging = group.size() > 1 && above.x0() > group.getFirst().x0() + ASIDE;
        boolean insideHanging = hanging && Math.abs(line.x0() - above.x0()) < ASIDE;
        return hasRoom(above, line) || (!insideHanging && isHung(group.getFirst()) && isHung(line));
    }

    /** Whether {@code label} stands below the label of the same list that it follows on. */
    private static boolean isNextOf(PdfLine first, Label label, PdfLine line) {
        Optional<Label> before = Label.at(first.words(), Label.Bare.BEFORE_A_WIDE_GAP);
        return before.isPresent()
                && Math.abs(line.x0() - first.x0()) < ASIDE
                && follows(before.get().name(), label.name());
    }

    private static boolean follows(String name, String next) {
        boolean romans = Label.isNumeral(name) && Label.isNumeral(next);
        if (romans && Label.romanValue(next) == Label.romanValue(name) + 1) {
            return true;
        }
        boolean letters = name.length() == 1
                && next.length() == 1
                && Character.isLetter(name.charAt(0))
                && Character.isLetter(next.charAt(0));
        return letters && Label.letterValue(next) == Label.letterValue(name) + 1;
    }

    /** An item whose mark is drawn and no letter: indented, flush with the one above, which ends far from the edge. */
    private boolean isBareItem(List<PdfLine> group, PdfLine line) {
        PdfLine above = group.getLast();
        float room = above.right() - above.x1() - line.firstWordWidth();
        return layout.indent(line) > 2
                && Math.abs(group.getFirst().x0() - line.x0()) < ASIDE
                && Label.at(group.getFirst().words(), Label.Bare.BEFORE_A_WIDE_GAP)
                        .isEmpty()
                && room > FAR_FROM_EDGE * (above.right() - above.left());
    }

    /** A label parted from its words by a wide gap is set as one and not run on in a sentence. */
    private static boolean isHung(PdfLine line) {
        return line.parts().size() > 1 && line.words().indexOf('\t') < 12;
    }

    /** Whether the first word of {@code line} would have fitted above, so that the break was meant. */
    static boolean hasRoom(PdfLine above, PdfLine line) {
        float room = above.right() - above.x1();
        return room > line.firstWordWidth() + SPACE * line.size() + 0.02f * (above.right() - above.left());
    }

    private static boolean isSetAnew(List<PdfLine> group, PdfLine line) {
        if (group.size() < 2) {
            return false;
        }
        float body = group.get(1).x0();
        return line.x0() > body + 2 * ASIDE
                || line.x0() < Math.min(body, group.getFirst().x0()) - ASIDE;
    }
}
