package org.clausebot.datafile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads tab-separated files: UTF-8, a header row, no quoting, so that a cell holds neither tab nor line break. Blank
 * lines are passed over.
 */
public final class Tsv {
    private Tsv() {}

    /**
     * The rows of {@code file} in order.
     *
     * @param header the columns the file must have, in this order
     * @throws DataFileException when the file cannot be read, its header differs, or a row has more or fewer cells
     */
    public static List<Row> read(Path file, String... header) throws DataFileException {
        List<DataFileException> wrong = new ArrayList<>();
        List<Row> rows = readable(file, wrong::add, header);
        if (!wrong.isEmpty()) {
            throw wrong.getFirst();
        }
        return rows;
    }

    /**
     * As {@link #read}, for a file of which the good rows count whatever the others are.
     *
     * @param wrong is told of each row that has more or fewer cells
     * @throws DataFileException when the file cannot be read or its header differs
     */
    public static List<Row> readable(Path file, Consumer<DataFileException> wrong, String... header)
            throws DataFileException {
        List<String> columns = List.of(header);
        String[] lines = DataText.read(file).split("\r\n|\n|\r", -1);
        List<String> found = List.of(lines[0].split("\t", -1));
        if (!found.equals(columns)) {
            throw new DataFileException(
                    file,
                    1,
                    "the first line must name the columns " + String.join(", ", columns)
                            + " with tabs between; it has: "
                            + abbreviated(String.join(", ", found)));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            List<String> cells = List.of(lines[i].split("\t", -1));
            if (cells.size() == columns.size()) {
                rows.add(new Row(file, i + 1, columns, cells));
            } else {
                wrong.accept(new DataFileException(
                        file,
                        i + 1,
                        "has " + cells.size() + " cells where the header has " + columns.size()
                                + "; a cell cannot hold a tab, and an empty cell still needs its tab"));
            }
        }
        return List.copyOf(rows);
    }

    /**
     * The names in the first line of {@code file}, for files that may have one of several forms.
     *
     * @throws DataFileException when the file cannot be read
     */
    public static List<String> header(Path file) throws DataFileException {
        return List.of(DataText.read(file).split("\r\n|\n|\r", 2)[0].split("\t", -1));
    }

    private static String abbreviated(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }

    /**
     * One row.
     *
     * @param file the file it stands in
     * @param line its line, counted from 1
     * @param columns the names of its cells
     * @param cells its cells, as many as columns
     */
    public record Row(Path file, int line, List<String> columns, List<String> cells) {
        public Row {
            columns = List.copyOf(columns);
            cells = List.copyOf(cells);
        }

        /**
         * The cell of a column, white space at its ends left out.
         *
         * @throws IllegalArgumentException when no column has this name: a mistake in the program, not in the file
         */
        public String get(String column) {
            int at = columns.indexOf(column);
            if (at < 0) {
                throw new IllegalArgumentException("No column " + column + " in " + columns);
            }
            return cells.get(at).strip();
        }

        /** As {@link #get}, and refuses an empty cell. */
        public String required(String column) throws DataFileException {
            String cell = get(column);
            if (cell.isEmpty()) {
                throw error("the cell \"" + column + "\" is empty");
            }
            return cell;
        }

        /** An error that names this row's file and line. */
        public DataFileException error(String message) {
            return new DataFileException(file, line, message);
        }
    }
}
