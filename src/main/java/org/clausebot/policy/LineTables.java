package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds tables that are made of tabs, of columns of spaces or of bars. */
final class LineTables {
    private static final int LEAST_GAP = 3;

    private final String text;
    private final Map<Integer, Block.Row> rows = new HashMap<>();
    private int count;

    private LineTables(String text) {
        this.text = text;
    }

    static LineTables in(String text, List<Line> lines) {
        LineTables tables = new LineTables(text);
        int at = 0;
        while (at < lines.size()) {
            int end = tables.runFrom(lines, at);
            if (end > at) {
                tables.add(lines.subList(at, end), at);
            }
            at = Math.max(end, at + 1);
        }
        return tables;
    }

    /** The row that the line with this index is, if it is one. */
    Optional<Block.Row> row(int line) {
        return Optional.ofNullable(rows.get(line));
    }

    private int runFrom(List<Line> lines, int start) {
        List<Span> first = cells(lines.get(start));
        if (first.size() < 2) {
            return start;
        }
        int end = start + 1;
        while (end < lines.size() && lines.get(end).blanksBefore() == 0) {
            List<Span> cells = cells(lines.get(end), first.size());
            boolean rule = cells.isEmpty() && isRule(lines.get(end));
            if (!rule && (cells.size() != first.size() || !isAligned(lines, start, end, first, cells))) {
                break;
            }
            end++;
        }
        int length = end - start;
        boolean tabs = hasTab(lines.get(start)) || hasBar(lines.get(start));
        return length >= (tabs ? 2 : first.size() > 2 ? 2 : 3) ? end : start;
    }

    private boolean isAligned(List<Line> lines, int start, int end, List<Span> first, List<Span> cells) {
        Line top = lines.get(start);
        Line line = lines.get(end);
        if (hasTab(top) || hasTab(line) || hasBar(top)) {
            return true;
        }
        int wanted = first.get(1).start() - top.source().start() + top.indent();
        int given = cells.get(1).start() - line.source().start() + line.indent();
        return Math.abs(wanted - given) <= 2;
    }

    private void add(List<Line> run, int index) {
        boolean header = true;
        for (int i = 0; i < run.size(); i++) {
            List<Span> cells =
                    cells(run.get(i), i == 0 ? 0 : cells(run.getFirst()).size());
            if (cells.isEmpty()) {
                continue;
            }
            Span source = cells.getFirst().to(cells.getLast());
            rows.put(index + i, new Block.Row(source, count, header, cells));
            header = false;
        }
        count++;
    }

    private boolean hasTab(Line line) {
        return text.substring(line.source().start(), line.source().end()).indexOf('\t') >= 0;
    }

    private boolean hasBar(Line line) {
        return text.substring(line.source().start(), line.source().end()).indexOf('|') >= 0;
    }

    private boolean isRule(Line line) {
        String words = text.substring(line.source().start(), line.source().end());
        return words.chars().allMatch(c -> "-+|=: \t".indexOf(c) >= 0);
    }

    private List<Span> cells(Line line) {
        return cells(line, 0);
    }

    /**
     * @param above how many columns the table has that the line may go on; in three and more, what looks like a label is
     *     the first cell
     */
    private List<Span> cells(Line line, int above) {
        Span source = line.source();
        String words = text.substring(source.start(), source.end());
        boolean form = words.contains("....") || words.contains("___");
        if (form || isRule(line) || (above < 3 && isLabelled(words, above))) {
            return List.of();
        }
        boolean bars = words.chars().filter(c -> c == '|').count() >= 2;
        List<Span> cells = new ArrayList<>();
        int start = source.start();
        int at = start;
        while (at < source.end()) {
            int gap = bars ? bar(at) : gap(at, source.end());
            if (gap == 0) {
                at++;
                continue;
            }
            addCell(cells, start, at, bars);
            at += gap;
            start = at;
        }
        addCell(cells, start, source.end(), bars && start < source.end());
        return cells;
    }

    /** Under a first line that has no label, a letter or number without a stop is a cell. */
    private static boolean isLabelled(String words, int above) {
        return Label.at(words, Label.Bare.BEFORE_A_WIDE_GAP)
                .filter(l -> above < 2 || !isBare(l, words))
                .isPresent();
    }

    private static boolean isBare(Label label, String words) {
        int end = label.printed().length();
        return (label.kind() == Label.Kind.NUMBER || label.kind() == Label.Kind.UPPER_ROMAN)
                && words.length() > end
                && Character.isWhitespace(words.charAt(end));
    }

    private int bar(int at) {
        return text.charAt(at) == '|' ? 1 : 0;
    }

    private int gap(int at, int end) {
        int to = at;
        boolean tab = false;
        while (to < end && (text.charAt(to) == ' ' || text.charAt(to) == '\t' || text.charAt(to) == '\u00A0')) {
            tab |= text.charAt(to) == '\t';
            to++;
        }
        return tab || to - at >= LEAST_GAP ? to - at : 0;
    }

    private void addCell(List<Span> cells, int start, int end, boolean mayBeEmpty) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        boolean leading = cells.isEmpty() && from == to;
        if (from < to || (mayBeEmpty && !leading)) {
            cells.add(new Span(from, to));
        }
    }
}
