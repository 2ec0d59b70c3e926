package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds tables of columns of spaces in which cells go on over several lines, or whose rows stand apart, and writes them
 * with bars, a row to a line.
 */
final class WrappedTables {
    private static final Pattern LINE = Pattern.compile("[^\\r\\n\\f]*(?:\\r\\n|[\\r\\n\\f]|\\z)");
    private static final Pattern GAP = Pattern.compile(" {3,}");
    private static final int MOST_WORDS_IN_A_NAME = 6;
    private static final int LONGEST = 300;

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private WrappedTables(String text) {
        Matcher line = LINE.matcher(text);
        while (line.find() && !line.group().isEmpty()) {
            lines.add(line.group());
        }
    }

    /** {@code text} with such tables written anew, and otherwise as it is. */
    static String unwrap(String text) {
        return new WrappedTables(text).unwrap();
    }

    private String unwrap() {
        int at = 0;
        while (at < lines.size()) {
            int end = tableFrom(at);
            if (end == at) {
                text.append(lines.get(at));
                at++;
            }
            at = end > at ? end : at;
        }
        return text.toString();
    }

    /** Writes the table that begins at {@code start} and says where it ends; {@code start} when none begins there. */
    private int tableFrom(int start) {
        Columns columns = Columns.of(lines.get(start));
        if (columns.count() < 2) {
            return start;
        }
        Rows rows = new Rows(columns);
        int at = start;
        while (at < lines.size() && rows.takes(lines.get(at))) {
            at++;
        }
        List<String> written = rows.written();
        if (written.isEmpty()) {
            return start;
        }
        text.append('\n');
        written.forEach(row -> text.append(row).append('\n'));
        text.append('\n');
        return start + rows.taken();
    }

    /** Where the columns begin, as the line that names them shows. */
    private record Columns(List<Integer> starts) {
        static Columns of(String line) {
            String words = line.stripTrailing();
            int first = words.length() - words.stripLeading().length();
            List<Integer> starts = new ArrayList<>();
            if (words.isBlank() || words.length() > LONGEST || words.indexOf('\t') >= 0 || words.indexOf('|') >= 0) {
                return new Columns(starts);
            }
            starts.add(first);
            Matcher gap = GAP.matcher(words).region(first, words.length());
            while (gap.find()) {
                starts.add(gap.end());
            }
            Columns columns = new Columns(starts);
            return columns.isNaming(words) ? columns : new Columns(List.of());
        }

        /** Whether every cell is a short name, which a label, a form or a sentence is not. */
        private boolean isNaming(String words) {
            return Label.at(words.strip(), Label.Bare.BEFORE_A_WIDE_GAP).isEmpty()
                    && cells(words).stream()
                            .allMatch(c -> Phrases.wordCount(c) > 0
                                    && Phrases.wordCount(c) <= MOST_WORDS_IN_A_NAME
                                    && !Phrases.endsClause(c)
                                    && !Phrases.startsSmall(c)
                                    && !Character.isDigit(c.charAt(0)));
        }

        int count() {
            return starts.size();
        }

        /** The words of {@code line} by columns; none when it does not keep to them. */
        List<String> cells(String line) {
            String words = line.stripTrailing();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < starts.size(); i++) {
                int from = Math.min(words.length(), starts.get(i));
                int to = i + 1 < starts.size() ? Math.min(words.length(), starts.get(i + 1)) : words.length();
                String cell = words.substring(from, to);
                boolean begins = cell.isBlank() || !Character.isWhitespace(cell.charAt(0));
                boolean apart = from == 0 || from >= words.length() || Character.isWhitespace(words.charAt(from - 1));
                if (!begins || !apart || GAP.matcher(cell.strip()).find()) {
                    return List.of();
                }
                cells.add(cell.strip());
            }
            return words.substring(0, Math.min(words.length(), starts.getFirst()))
                            .isBlank()
                    ? cells
                    : List.of();
        }
    }

    /** The rows of one table, as they are gathered from its lines. */
    private static final class Rows {
        private final Columns columns;
        private final List<List<List<String>>> groups = new ArrayList<>();
        private int read;
        private int taken;
        private int blanks = 1;

        Rows(Columns columns) {
            this.columns = columns;
        }

        boolean takes(String line) {
            if (line.isBlank()) {
                read++;
                blanks++;
                return blanks < 2 && !line.endsWith("\f");
            }
            List<String> cells = columns.cells(line);
            boolean begins = blanks > 0 || groups.isEmpty();
            boolean lone = begins && filled(cells) < 2;
            if (cells.isEmpty() || lone || line.length() > LONGEST) {
                return false;
            }
            if (begins) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(cells);
            read++;
            taken = read;
            blanks = 0;
            return !line.endsWith("\f");
        }

        int taken() {
            return taken;
        }

        private static long filled(List<String> cells) {
            return cells.stream().filter(c -> !c.isEmpty()).count();
        }

        /** The rows with bars; none when there are too few, or when all are whole lines that follow each other. */
        List<String> written() {
            List<List<String>> rows = new ArrayList<>();
            boolean apart = groups.size() > 2;
            for (List<List<String>> group : groups) {
                for (int i = 0; i < group.size(); i++) {
                    List<String> line = group.get(i);
                    if (i > 0 && (apart || continues(line))) {
                        rows.set(rows.size() - 1, joined(rows.getLast(), line));
                    } else {
                        rows.add(line);
                    }
                }
            }
            int lines = groups.stream().mapToInt(List::size).sum();
            boolean whole = groups.size() == 1 && rows.size() == lines;
            boolean few = rows.size() < 3 || rows.stream().anyMatch(r -> filled(r) < 2);
            return whole || few
                    ? List.of()
                    : rows.stream()
                            .map(r -> "| " + String.join(" | ", r) + " |")
                            .toList();
        }

        private static boolean continues(List<String> line) {
            return line.getFirst().isEmpty() || (filled(line) == 1 && Phrases.startsSmall(line.getFirst()));
        }

        private static List<String> joined(List<String> above, List<String> line) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < above.size(); i++) {
                cells.add((above.get(i) + " " + line.get(i)).strip());
            }
            return cells;
        }
    }
}
