package org.clausebot.policy;

import java.util.List;

/** Tells whether the first row of a table names its columns, where the format does not say so. */
final class TableHead {
    private static final int MOST_WORDS = 12;
    private static final int MOST_WORDS_WHEN_PLAIN = 4;

    /** A cell as far as it matters here. */
    record Cell(String words, boolean strong) {
        int count() {
            String said = DocumentText.fold(words);
            return said.isEmpty() ? 0 : said.split(" ").length;
        }
    }

    private TableHead() {}

    /**
     * @param rows of the table, two or more, each with a cell or more
     * @param inText whether it stands among the rules of the document and not before them, where tables keep its title,
     *     owner and dates
     */
    static boolean isNamed(List<List<Cell>> rows, boolean inText) {
        List<Cell> top = rows.getFirst();
        if (top.size() < 2 || top.stream().anyMatch(c -> c.count() > MOST_WORDS)) {
            return false;
        }
        boolean bold = isStrong(top);
        if (bold && !isStrong(rows.get(1))) {
            return true;
        }
        boolean keyed = !bold && rows.stream().allMatch(r -> r.getFirst().strong());
        if (keyed || top.getFirst().words().strip().endsWith(":")) {
            return false;
        }
        boolean named = top.stream().skip(1).allMatch(c -> c.count() > 0);
        boolean brief = top.stream().allMatch(c -> c.count() <= MOST_WORDS_WHEN_PLAIN);
        return named && (top.size() > 2 || bold || (brief && inText));
    }

    private static boolean isStrong(List<Cell> row) {
        List<Cell> filled = row.stream().filter(c -> c.count() > 0).toList();
        return !filled.isEmpty() && filled.stream().allMatch(Cell::strong);
    }
}
