package org.clausebot.desk.view;

import java.util.List;

/**
 * A table with numbers, the chart that is drawn from it, and where to save it.
 *
 * @param id of the table's element; letters and hyphens, once on a page
 * @param title its heading
 * @param says a sentence or two on how to read it; may be empty
 * @param chart {@code line}, {@code bar} (upright), {@code across} (lying), {@code stacked}, or empty for none
 * @param columns without the first, which names the rows
 * @param csv the address at which it can be saved; empty where it cannot
 */
public record OwnerFigure(
        String id,
        String title,
        String says,
        String chart,
        String rowsAre,
        List<Column> columns,
        List<Row> rows,
        String csv) {
    /** From so many rows on a table is folded away beneath its chart. */
    private static final int LONG = 8;

    public OwnerFigure {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Whether there is anything to compare, which makes a chart worth drawing. */
    public boolean isDrawn() {
        return !chart.isEmpty()
                && rows.stream()
                                .flatMap(row -> row.cells().stream())
                                .filter(cell -> !cell.value().isEmpty())
                                .limit(2)
                                .count()
                        == 2;
    }

    public boolean isFolded() {
        return isDrawn() && rows.size() > LONG;
    }

    /** @param drawn whether the chart shows it */
    public record Column(String title, boolean drawn) {}

    /**
     * @param label what the row is
     * @param brief the same where there is little room; empty for the label itself
     * @param cells one for each column
     */
    public record Row(String label, String brief, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param text as it is read
     * @param value the number in it, for the chart and the file; empty for none
     */
    public record Cell(String text, String value) {}
}
