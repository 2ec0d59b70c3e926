package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts the lines of a page in reading order: what runs over the whole width as it comes, and where prose stands in two
 * columns side by side, the left one first.
 */
final class PdfColumns {
    private static final float GUTTER = 3f;
    private static final float STEP = 2f;
    private static final int MOST_STEPS = 300;
    private static final int LEAST_LINES = 3;
    private static final float LEAST_WIDTH = 0.2f;
    private static final float FULL = 0.62f;
    private static final int DEEPEST = 3;

    private final int page;
    private final float usualLeft;
    private final float usualRight;

    private PdfColumns(int page, float left, float right) {
        this.page = page;
        this.usualLeft = left;
        this.usualRight = right;
    }

    /**
     * The lines of {@code fragments} in reading order.
     *
     * @param left and {@code right}: the edges of the text on most pages, for a page whose lines are all short or indented
     */
    static List<PdfLine> order(List<PdfFragment> fragments, int page, float left, float right) {
        return new PdfColumns(page, left, right).parted(fragments, 0);
    }

    private List<PdfLine> parted(List<PdfFragment> fragments, int deep) {
        if (fragments.isEmpty()) {
            return List.of();
        }
        float left = deep == 0 ? Math.min(left(fragments), usualLeft) : left(fragments);
        float right = deep == 0 ? Math.max(right(fragments), usualRight) : right(fragments);
        List<PdfLine> rows = PdfLine.of(fragments, page, left, right);
        float gutter = deep < DEEPEST ? bestGutter(rows, left, right) : Float.NaN;
        return Float.isNaN(gutter) ? rows : apart(rows, gutter, left, right, deep);
    }

    static float left(List<PdfFragment> fragments) {
        return (float) words(fragments).mapToDouble(PdfFragment::x0).min().orElse(0);
    }

    static float right(List<PdfFragment> fragments) {
        return (float) words(fragments).mapToDouble(PdfFragment::x1).max().orElse(0);
    }

    private static Stream<PdfFragment> words(List<PdfFragment> fragments) {
        return fragments.stream().filter(f -> !PdfBlocks.isTable(f.words()));
    }

    private List<PdfLine> apart(List<PdfLine> rows, float gutter, float left, float right, int deep) {
        List<PdfLine> ordered = new ArrayList<>();
        for (List<PdfLine> band : bands(rows, gutter)) {
            if (isTwoColumns(band, gutter, right - left)) {
                ordered.addAll(parted(side(band, gutter, true), deep + 1));
                ordered.addAll(parted(side(band, gutter, false), deep + 1));
            } else {
                ordered.addAll(band);
            }
        }
        return ordered;
    }

    private static float bestGutter(List<PdfLine> rows, float left, float right) {
        float best = Float.NaN;
        int most = 0;
        float width = right - left;
        float step = Math.max(STEP, width / MOST_STEPS);
        for (float at = left + LEAST_WIDTH * width; at < right - LEAST_WIDTH * width; at += step) {
            int parted = 0;
            for (List<PdfLine> band : bands(rows, at)) {
                parted += isTwoColumns(band, at, width) ? band.size() : 0;
            }
            if (parted > most) {
                most = parted;
                best = at;
            }
        }
        return best;
    }

    /** Runs of rows that leave {@code gutter} free, and between them the rows that cross it. */
    private static List<List<PdfLine>> bands(List<PdfLine> rows, float gutter) {
        List<List<PdfLine>> bands = new ArrayList<>();
        boolean before = false;
        for (PdfLine row : rows) {
            boolean crosses = crosses(row, gutter);
            if (bands.isEmpty() || crosses != before) {
                bands.add(new ArrayList<>());
            }
            bands.getLast().add(row);
            before = crosses;
        }
        return bands;
    }

    private static boolean crosses(PdfLine row, float gutter) {
        return row.parts().stream().anyMatch(p -> p.x0() < gutter + GUTTER && p.x1() > gutter - GUTTER);
    }

    private static boolean isTwoColumns(List<PdfLine> band, float gutter, float width) {
        return band.size() >= LEAST_LINES
                && !crosses(band.getFirst(), gutter)
                && isProse(side(band, gutter, true), width)
                && isProse(side(band, gutter, false), width);
    }

    /** Prose fills its lines; the cells of a table do not. */
    private static boolean isProse(List<PdfFragment> side, float width) {
        List<PdfLine> lines = PdfLine.of(side, 0, 0, 0);
        if (lines.size() < LEAST_LINES) {
            return false;
        }
        double left = side.stream().mapToDouble(PdfFragment::x0).min().orElse(0);
        double right = side.stream().mapToDouble(PdfFragment::x1).max().orElse(0);
        double[] filled = lines.stream()
                .mapToDouble(l -> (l.x1() - left) / Math.max(1, right - left))
                .sorted()
                .toArray();
        double words = side.stream()
                .mapToInt(f -> f.words().strip().split("\\s+").length)
                .average()
                .orElse(0);
        return right - left > LEAST_WIDTH * width && filled[filled.length * 2 / 5] > FULL && words > 2.5;
    }

    private static List<PdfFragment> side(List<PdfLine> band, float gutter, boolean left) {
        return band.stream()
                .flatMap(l -> l.parts().stream())
                .filter(p -> p.middle() < gutter == left)
                .toList();
    }
}
