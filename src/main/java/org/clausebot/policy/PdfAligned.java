package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds tables that no rules enclose: lines that wide gaps part again and again at the same places. */
final class PdfAligned {
    private static final float NEAR = 4f;
    private static final float NEXT_ROW = 1.1f;
    private static final float FAR = 2.6f;
    private static final int LEAST_ROWS = 3;

    /** A table, and the line after its last. */
    record Found(PdfTable table, int end) {}

    private final List<PdfLine> lines;
    private final int start;
    private final PdfLayout layout;
    private final List<Float> columns = new ArrayList<>();
    private final List<List<PdfFragment>> parted = new ArrayList<>();

    private PdfAligned(List<PdfLine> lines, int start, PdfLayout layout) {
        this.lines = lines;
        this.start = start;
        this.layout = layout;
    }

    /** The table that begins with line {@code start}, if one does; {@code taken} lines belong to something else. */
    static Optional<Found> at(List<PdfLine> lines, int start, PdfLayout layout, Set<PdfLine> taken) {
        PdfLine first = lines.get(start);
        if (first.parts().size() < 2 || isLabelled(first)) {
            return Optional.empty();
        }
        return new PdfAligned(lines, start, layout).find(taken);
    }

    private static boolean isLabelled(PdfLine line) {
        return Label.at(line.words(), Label.Bare.BEFORE_A_WIDE_GAP).isPresent();
    }

    private Optional<Found> find(Set<PdfLine> taken) {
        learnColumns();
        int end = start;
        int full = 0;
        while (end < lines.size() && !taken.contains(lines.get(end)) && isNear(end)) {
            Optional<List<PdfFragment>> cells = fit(lines.get(end));
            if (cells.isEmpty()) {
                break;
            }
            parted.add(cells.get());
            full += cells.get().size() > 1 ? 1 : 0;
            end++;
        }
        while (!parted.isEmpty()
                && parted.getLast().size() == 1
                && column(parted.getLast().getFirst()) == 0) {
            parted.removeLast();
            end--;
        }
        boolean enough = full >= LEAST_ROWS || (full == 2 && columns.size() > 2);
        return enough && columns.size() > 1 ? Optional.of(new Found(table(end), end)) : Optional.empty();
    }

    /** Where parts begin in the line with most parts among the next few; the first line may run its columns together. */
    private void learnColumns() {
        PdfLine best = lines.get(start);
        for (int i = start; i < Math.min(lines.size(), start + 4); i++) {
            PdfLine line = lines.get(i);
            boolean same = line.page() == best.page()
                    && Math.abs(line.x0() - lines.get(start).x0()) < NEAR;
            if (same && line.parts().size() > best.parts().size() && !isLabelled(line)) {
                best = line;
            }
        }
        best.parts().forEach(p -> columns.add(p.x0()));
    }

    private boolean isNear(int at) {
        if (at == start) {
            return true;
        }
        PdfLine line = lines.get(at);
        float gap = line.y() - lines.get(at - 1).y();
        return line.page() == lines.get(start).page() && gap > 0 && gap < FAR * layout.leading() * layout.size();
    }

    private Optional<List<PdfFragment>> fit(PdfLine line) {
        List<PdfFragment> cells = new ArrayList<>();
        for (PdfFragment part : line.parts()) {
            cells.addAll(part.cutAt(columns, NEAR));
        }
        for (PdfFragment cell : cells) {
            int at = column(cell);
            boolean runsOver = at >= 0 && at + 1 < columns.size() && cell.x1() > columns.get(at + 1) - 1;
            if (at < 0 || runsOver) {
                return Optional.empty();
            }
        }
        return Optional.of(cells);
    }

    private int column(PdfFragment cell) {
        for (int i = 0; i < columns.size(); i++) {
            if (Math.abs(columns.get(i) - cell.x0()) < NEAR) {
                return i;
            }
        }
        return -1;
    }

    private PdfTable table(int end) {
        float closest = Float.MAX_VALUE;
        for (int i = start + 1; i < end; i++) {
            closest = Math.min(closest, lines.get(i).y() - lines.get(i - 1).y());
        }
        List<List<String>> rows = new ArrayList<>();
        List<Boolean> bold = new ArrayList<>();
        for (int i = start; i < end; i++) {
            List<PdfFragment> cells = parted.get(i - start);
            boolean first = column(cells.getFirst()) == 0;
            float gap = i == start
                    ? Float.MAX_VALUE
                    : lines.get(i).y() - lines.get(i - 1).y();
            if (rows.isEmpty() || (first && (gap > NEXT_ROW * closest || cells.size() == columns.size()))) {
                rows.add(new ArrayList<>(columns.stream().map(c -> "").toList()));
                bold.add(true);
            }
            List<String> row = rows.getLast();
            for (PdfFragment cell : cells) {
                int at = column(cell);
                row.set(
                        at,
                        row.get(at).isEmpty()
                                ? cell.words().strip()
                                : row.get(at) + "\n" + cell.words().strip());
            }
            bold.set(bold.size() - 1, bold.getLast() && cells.stream().allMatch(PdfFragment::bold));
        }
        List<Float> edges = new ArrayList<>(columns);
        edges.add(lines.get(start).right());
        return new PdfTable(
                rows,
                bold,
                edges,
                lines.get(start).page(),
                lines.get(start).y(),
                lines.get(end - 1).y());
    }
}
