package org.clausebot.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.clausebot.policy.PdfGlyphs.Glyph;
import org.clausebot.policy.PdfGlyphs.Rule;

/** Finds the tables of a page whose cells are ruled, and takes their words off the page. */
final class PdfGrids {
    private static final float NEAR = 2.5f;
    private static final float LEAST_CELL = 7f;
    private static final int MOST_COLUMNS = 30;

    /** The tables found, and the characters that are in none. */
    record Found(List<PdfTable> tables, List<Glyph> outside) {}

    private final PdfGlyphs.Page page;

    private PdfGrids(PdfGlyphs.Page page) {
        this.page = page;
    }

    static Found in(PdfGlyphs.Page page) {
        return new PdfGrids(page).find();
    }

    private Found find() {
        List<PdfTable> tables = new ArrayList<>();
        List<Glyph> outside = new ArrayList<>(page.glyphs());
        for (List<Rule> grid : connected()) {
            List<Float> columns = edges(grid.stream().filter(r -> !r.isLevel()).toList(), Rule::x0);
            List<Float> rows = edges(grid.stream().filter(Rule::isLevel).toList(), Rule::y0);
            if (columns.size() < 3 || rows.size() < 3 || columns.size() > MOST_COLUMNS) {
                continue;
            }
            List<Glyph> inside =
                    outside.stream().filter(g -> isIn(g, columns, rows)).toList();
            if (inside.isEmpty()) {
                continue;
            }
            outside.removeAll(inside);
            tables.add(table(grid, columns, rows, inside));
        }
        return new Found(tables, outside);
    }

    /** Rules that touch each other, directly or by others. */
    private List<List<Rule>> connected() {
        List<List<Rule>> grids = new ArrayList<>();
        for (Rule rule : page.rules()) {
            List<List<Rule>> touched = grids.stream()
                    .filter(g -> g.stream().anyMatch(r -> touches(r, rule)))
                    .toList();
            List<Rule> all = new ArrayList<>();
            touched.forEach(all::addAll);
            all.add(rule);
            grids.removeAll(touched);
            grids.add(all);
        }
        return grids;
    }

    private static boolean touches(Rule a, Rule b) {
        return a.x0() <= b.x1() + NEAR && b.x0() <= a.x1() + NEAR && a.y0() <= b.y1() + NEAR && b.y0() <= a.y1() + NEAR;
    }

    private static List<Float> edges(List<Rule> rules, ToDoubleFunction<Rule> place) {
        List<Float> edges = new ArrayList<>();
        for (double at : rules.stream().mapToDouble(place).sorted().toArray()) {
            if (edges.isEmpty() || at - edges.getLast() > LEAST_CELL) {
                edges.add((float) at);
            }
        }
        return edges;
    }

    private static boolean isIn(Glyph glyph, List<Float> columns, List<Float> rows) {
        float x = glyph.x() + glyph.width() / 2;
        float y = glyph.y() - glyph.size() / 3;
        return x > columns.getFirst() && x < columns.getLast() && y > rows.getFirst() && y < rows.getLast();
    }

    private PdfTable table(List<Rule> grid, List<Float> columns, List<Float> rows, List<Glyph> inside) {
        int wide = columns.size() - 1;
        int high = rows.size() - 1;
        List<List<List<Glyph>>> cells = new ArrayList<>();
        for (int r = 0; r < high; r++) {
            List<List<Glyph>> row = new ArrayList<>();
            for (int c = 0; c < wide; c++) {
                row.add(new ArrayList<>());
            }
            cells.add(row);
        }
        for (Glyph glyph : inside) {
            int c = slot(columns, glyph.x() + glyph.width() / 2);
            int r = slot(rows, glyph.y() - glyph.size() / 3);
            while (c > 0 && !isUprightAt(grid, columns.get(c), rows.get(r), rows.get(r + 1))) {
                c--;
            }
            while (r > 0 && !isLevelAt(grid, rows.get(r), columns.get(c), columns.get(c + 1))) {
                r--;
            }
            cells.get(r).get(c).add(glyph);
        }
        return table(cells, columns, rows);
    }

    private PdfTable table(List<List<List<Glyph>>> cells, List<Float> columns, List<Float> rows) {
        List<List<String>> words = new ArrayList<>();
        List<Boolean> bold = new ArrayList<>();
        for (List<List<Glyph>> row : cells) {
            List<String> said = row.stream().map(PdfGrids::words).toList();
            if (said.stream().allMatch(String::isBlank)) {
                continue;
            }
            words.add(said);
            bold.add(row.stream()
                    .flatMap(List::stream)
                    .allMatch(g -> g.bold() || g.words().isBlank()));
        }
        return new PdfTable(words, bold, columns, page.number(), rows.getFirst(), rows.getLast());
    }

    private static String words(List<Glyph> cell) {
        List<PdfLine> lines = PdfLine.of(PdfFragment.of(cell), 0, 0, 0);
        return String.join(
                "\n",
                lines.stream()
                        .sorted(Comparator.comparingDouble(PdfLine::y))
                        .map(l -> l.words().replace('\t', ' '))
                        .toList());
    }

    private static int slot(List<Float> edges, float at) {
        int slot = 0;
        while (slot + 2 < edges.size() && edges.get(slot + 1) <= at) {
            slot++;
        }
        return slot;
    }

    private static boolean isUprightAt(List<Rule> grid, float x, float from, float to) {
        float y = (from + to) / 2;
        return grid.stream()
                .anyMatch(r -> !r.isLevel() && Math.abs(r.x0() - x) <= LEAST_CELL && r.y0() <= y && y <= r.y1());
    }

    private static boolean isLevelAt(List<Rule> grid, float y, float from, float to) {
        float x = (from + to) / 2;
        return grid.stream()
                .anyMatch(r -> r.isLevel() && Math.abs(r.y0() - y) <= LEAST_CELL && r.x0() <= x && x <= r.x1());
    }
}
