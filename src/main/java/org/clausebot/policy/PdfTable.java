package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of a PDF.
 *
 * @param rows the words of each cell, line ends kept
 * @param bold whether all words of the row with this number are bold
 * @param edges where its columns begin and the last one ends, in points
 * @param page counted from 0; {@code top} and {@code bottom} from the top of the page
 */
record PdfTable(List<List<String>> rows, List<Boolean> bold, List<Float> edges, int page, float top, float bottom) {
    private static final float SAME = 4f;

    PdfTable {
        rows = List.copyOf(rows);
        bold = List.copyOf(bold);
        edges = List.copyOf(edges);
    }

    /** Whether {@code later}, on the page after, has the same columns and so goes on with this table. */
    boolean goesOnWith(PdfTable later) {
        if (later.edges.size() != edges.size() || later.page > page + 1) {
            return false;
        }
        for (int i = 0; i < edges.size(); i++) {
            if (Math.abs(edges.get(i) - later.edges.get(i)) > SAME) {
                return false;
            }
        }
        return true;
    }

    /** This table with the rows of {@code later}; a heading row printed again is left out. */
    PdfTable with(PdfTable later) {
        List<List<String>> all = new ArrayList<>(rows);
        List<Boolean> weights = new ArrayList<>(bold);
        int from = 0;
        while (from < later.rows.size()
                && from < rows.size()
                && later.rows.get(from).equals(rows.get(from))) {
            from++;
        }
        if (from < later.rows.size() && isRestOf(all.getLast(), later.rows.get(from))) {
            all.add(joined(all.removeLast(), later.rows.get(from)));
            from++;
        }
        all.addAll(later.rows.subList(from, later.rows.size()));
        weights.addAll(later.bold.subList(later.bold.size() - (all.size() - weights.size()), later.bold.size()));
        return new PdfTable(all, weights, edges, later.page, top, later.bottom);
    }

    /** A row that the page's end cut in two goes on in small letters, in the middle of a sentence. */
    private static boolean isRestOf(List<String> row, List<String> next) {
        for (int i = 0; i < Math.min(row.size(), next.size()); i++) {
            String before = row.get(i).strip();
            String after = next.get(i).strip();
            if (!before.isEmpty()
                    && !after.isEmpty()
                    && Character.isLowerCase(after.charAt(0))
                    && !Phrases.endsClause(before)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> joined(List<String> row, List<String> rest) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String more = i < rest.size() ? rest.get(i) : "";
            cells.add(more.isBlank() ? row.get(i) : row.get(i) + "\n" + more);
        }
        return cells;
    }
}
