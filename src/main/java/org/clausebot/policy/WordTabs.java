package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds paragraphs that make a table with tabs, as authors type one who do not use Word's own. */
final class WordTabs {
    private static final Pattern CELL = Pattern.compile("[^\\t]*[^\\t\\s\\u00A0][^\\t]*");
    private static final Pattern FORM = Pattern.compile("\\.{4}|_{3}|:[\\s\\u00A0]*\\t");
    private static final int LONGEST = 120;

    private WordTabs() {}

    /** The places of the cells within {@code words}; none where they are no row. */
    static List<Span> cells(String words) {
        if (FORM.matcher(words).find()
                || words.indexOf('\n') >= 0
                || Label.at(words.stripLeading(), Label.Bare.BEFORE_A_WIDE_GAP).isPresent()) {
            return List.of();
        }
        List<Span> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(words);
        while (cell.find()) {
            if (cell.end() - cell.start() > LONGEST) {
                return List.of();
            }
            cells.add(new Span(cell.start(), cell.end()));
        }
        return cells.size() > 1 ? List.copyOf(cells) : List.of();
    }

    /** Whether so many lines of so many cells are a table: two cells by themselves are often only spaced words. */
    static boolean isTable(int rows, int cells) {
        return rows > 2 || (rows == 2 && cells > 2);
    }
}
