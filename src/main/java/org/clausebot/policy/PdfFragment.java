package org.clausebot.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clausebot.policy.PdfGlyphs.Glyph;

/**
 * Words of a PDF that stand close together on one line.
 *
 * @param x0 left edge, {@code x1} right edge, {@code y} base line from the top of the page, in points
 * @param size of most of its letters, in points
 * @param glyphs its characters, from the left
 */
record PdfFragment(String words, float x0, float x1, float y, float size, boolean bold, List<Glyph> glyphs) {
    /** A gap this many times the type size is a column or a tab and no space between words. */
    private static final float WIDE = 1.2f;

    private static final float SPACE = 0.17f;
    private static final float SMALL = 0.78f;

    /** Every fragment of a page, from the top and then from the left. */
    static List<PdfFragment> of(List<Glyph> glyphs) {
        List<PdfFragment> fragments = new ArrayList<>();
        for (List<Glyph> row : rows(glyphs)) {
            cut(row, fragments);
        }
        return fragments;
    }

    private static List<List<Glyph>> rows(List<Glyph> glyphs) {
        List<Glyph> sorted = glyphs.stream()
                .filter(g -> !g.words().isBlank())
                .sorted(Comparator.comparingDouble(Glyph::y))
                .toList();
        List<List<Glyph>> rows = new ArrayList<>();
        for (Glyph glyph : sorted) {
            if (rows.isEmpty() || !isOnRow(rows.getLast(), glyph)) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(glyph);
        }
        rows.forEach(row -> row.sort(Comparator.comparingDouble(Glyph::x)));
        return rows;
    }

    private static boolean isOnRow(List<Glyph> row, Glyph glyph) {
        Glyph first = row.getFirst();
        float largest = Math.max(first.size(), glyph.size());
        boolean raised = first.size() < SMALL * glyph.size() || glyph.size() < SMALL * first.size();
        return glyph.y() - first.y() <= (raised ? 0.5f : 0.3f) * largest;
    }

    private static void cut(List<Glyph> row, List<PdfFragment> fragments) {
        List<Glyph> piece = new ArrayList<>();
        float size = size(row);
        for (Glyph glyph : row) {
            if (!piece.isEmpty() && glyph.x() - end(piece.getLast()) > WIDE * size) {
                add(piece, fragments);
                piece = new ArrayList<>();
            }
            piece.add(glyph);
        }
        add(piece, fragments);
    }

    private static void add(List<Glyph> piece, List<PdfFragment> fragments) {
        float size = size(piece);
        StringBuilder words = new StringBuilder();
        float baseline = 0;
        int bold = 0;
        int letters = 0;
        float end = Float.NaN;
        for (Glyph glyph : piece) {
            if (isNoteMark(glyph, piece, size)) {
                continue;
            }
            if (glyph.x() - end > SPACE * Math.max(size, 1)) {
                words.append(' ');
            }
            words.append(glyph.words());
            end = end(glyph);
            if (Character.isLetterOrDigit(glyph.words().codePointAt(0))) {
                letters++;
                bold += glyph.bold() ? 1 : 0;
            }
            baseline = glyph.size() >= SMALL * size ? glyph.y() : baseline;
        }
        if (!words.toString().isBlank()) {
            float y = baseline == 0 ? piece.getFirst().y() : baseline;
            boolean allBold = letters > 0 && bold >= 0.95f * letters;
            fragments.add(new PdfFragment(
                    words.toString(),
                    piece.getFirst().x(),
                    end(piece.getLast()),
                    y,
                    size,
                    allBold,
                    List.copyOf(piece)));
        }
    }

    /** A small raised digit refers to a footnote and is no word of the rule. */
    private static boolean isNoteMark(Glyph glyph, List<Glyph> piece, float size) {
        return glyph.size() < SMALL * size
                && Character.isDigit(glyph.words().charAt(0))
                && piece.stream().anyMatch(g -> g.size() >= SMALL * size && g.y() - glyph.y() > 0.15f * size);
    }

    private static float size(List<Glyph> glyphs) {
        double[] sizes = glyphs.stream().mapToDouble(Glyph::size).sorted().toArray();
        return (float) sizes[sizes.length / 2];
    }

    private static float end(Glyph glyph) {
        return glyph.x() + glyph.width();
    }

    /** This fragment cut before each character that begins within {@code near} points of one of {@code places}. */
    List<PdfFragment> cutAt(List<Float> places, float near) {
        List<PdfFragment> pieces = new ArrayList<>();
        List<Glyph> piece = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            boolean gap = !piece.isEmpty() && glyph.x() - end(piece.getLast()) > SPACE * size;
            if (gap && places.stream().anyMatch(p -> Math.abs(p - glyph.x()) < near)) {
                add(piece, pieces);
                piece = new ArrayList<>();
            }
            piece.add(glyph);
        }
        if (!piece.isEmpty()) {
            add(piece, pieces);
        }
        return pieces;
    }

    float middle() {
        return (x0 + x1) / 2;
    }
}
