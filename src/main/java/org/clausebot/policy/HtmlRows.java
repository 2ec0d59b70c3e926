package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Reads the rows of one table of a web page, in order: a cell that spans rows stands in each of them. */
final class HtmlRows {
    private static final int MOST_ROWS = 500;
    private static final int MOST_COLUMNS = 60;

    private record Spanning(String words, int rows) {}

    private final Map<Integer, Spanning> spanning = new HashMap<>();

    /** The words of the next row's cells. */
    List<String> cells(Element row) {
        List<String> cells = new ArrayList<>();
        int column = 0;
        for (Element cell : row.select("> td, > th")) {
            column = fillDown(cells, column);
            int rows = number(cell.attr("rowspan"), MOST_ROWS);
            if (rows > 1) {
                spanning.put(column, new Spanning(cell.text(), rows - 1));
            }
            cells.add(cell.text());
            column += number(cell.attr("colspan"), MOST_COLUMNS);
        }
        fillDown(cells, column);
        return cells;
    }

    /** Adds the cells from rows above that stand at {@code column} and right of it, and says where the next is free. */
    private int fillDown(List<String> cells, int column) {
        int at = column;
        while (spanning.containsKey(at)) {
            Spanning above = spanning.remove(at);
            cells.add(above.words());
            if (above.rows() > 1) {
                spanning.put(at, new Spanning(above.words(), above.rows() - 1));
            }
            at++;
        }
        return at;
    }

    private static int number(String written, int most) {
        return written.matches("[1-9]\\d{0,3}") ? Math.min(most, Integer.parseInt(written)) : 1;
    }

    /** Whether all words of a row are bold. */
    static boolean isStrong(Element row) {
        int bold = row.select("b, strong").stream()
                .filter(e -> e.parents().stream().noneMatch(p -> p.is("b, strong")))
                .mapToInt(e -> DocumentText.letters(e.text()).length())
                .sum();
        return bold > 0 && bold == DocumentText.letters(row.text()).length();
    }
}
