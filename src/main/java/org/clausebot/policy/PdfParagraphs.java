package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the lines of a PDF together to paragraphs, by where they stand, where they end and what they begin with. */
final class PdfParagraphs {
    private static final float ASIDE = 3f;
    private static final float SPACE = 0.3f;

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
            return !Phrases.startsSmall(words) && !Phrases.breaksOff(before);
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
        boolean hanging = group.size() > 1 && above.x0() > group.getFirst().x0() + ASIDE;
        boolean insideHanging = hanging && Math.abs(line.x0() - above.x0()) < ASIDE;
        return hasRoom(above, line) || (!insideHanging && isHung(group.getFirst()) && isHung(line));
    }

    /** A label parted from its words by a wide gap is set as one and not run on in a sentence. */
    private static boolean isHung(PdfLine line) {
        return line.parts().size() > 1 && line.words().indexOf('\t') < 12;
    }

    /** Whether the first word of {@code line} would have fitted above, so that the break was meant. */
    private static boolean hasRoom(PdfLine above, PdfLine line) {
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
