package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clausebot.policy.WordNumbering.Mark;
import org.clausebot.policy.WordText.Words;

/** Reads the tables of a Word document: tables of facts as rows, tables that only arrange the page as paragraphs. */
final class WordTables {
    private static final Pattern LABEL = Pattern.compile("\\(?(?:\\d{1,3}(?:\\.\\d{1,3})*|[A-Za-z]|[ivx]{1,5})[.)]*");
    private static final int DEEPEST = 20;

    /** @param continued whether the cell above it spans its row too, so that its words are those of that cell */
    private record Cell(XmlNode node, int columns, boolean continued) {}

    /** A cell that has been read: its words with the numbers Word prints in it, and whether all is bold. */
    private record Filled(String words, boolean strong, int columns) {}

    private final WordBody body;
    private final BlocksBuilder out;
    private int tables;
    private boolean inTyped;

    WordTables(WordBody body, BlocksBuilder out) {
        this.body = body;
        this.out = out;
    }

    void read(XmlNode table, boolean contents) throws UnreadableDocumentException {
        List<XmlNode> rows = gather(table, "w:tr").stream()
                .filter(r -> r.child("w:trPr", "w:del").isEmpty())
                .toList();
        List<List<Cell>> grid = rows.stream().map(WordTables::cells).toList();
        int columns = grid.stream()
                .mapToInt(r -> r.stream().mapToInt(Cell::columns).sum())
                .max()
                .orElse(0);
        if (contents || columns < 2 || rows.size() < 2 || arranges(grid)) {
            for (List<Cell> row : grid) {
                for (Cell cell : row) {
                    body.walk(cell.node(), contents);
                }
            }
        } else if (columns == 2 && isNumberedBySide(grid)) {
            for (List<Cell> row : grid) {
                besideItsNumber(row);
            }
        } else {
            facts(rows, grid);
        }
    }

    /** A row that was typed with tabs; the first of its table names the columns. */
    void typed(Words words, boolean last) throws UnreadableDocumentException {
        List<Span> places = new ArrayList<>();
        int from = out.length();
        for (Span cell : WordTabs.cells(words.text())) {
            if (!places.isEmpty()) {
                out.gap("\t");
            }
            places.add(out.append(words.text().substring(cell.start(), cell.end())));
        }
        Span whole = out.trimmed(from, out.length());
        out.gap("\n");
        out.add(new Block.Row(whole, tables, !inTyped, places));
        inTyped = !last;
        tables += last ? 1 : 0;
    }

    /** A table that holds headings only arranges the page. */
    private boolean arranges(List<List<Cell>> grid) {
        return grid.stream()
                .flatMap(List::stream)
                .flatMap(c -> gather(c.node(), "w:p").stream())
                .anyMatch(p -> body.isHeading(p) && p.child("w:r").isPresent());
    }

    private void facts(List<XmlNode> rows, List<List<Cell>> grid) throws UnreadableDocumentException {
        int table = tables++;
        List<List<Filled>> filled = new ArrayList<>();
        Map<Integer, Filled> above = new HashMap<>();
        for (List<Cell> row : grid) {
            List<Filled> cells = new ArrayList<>();
            int column = 0;
            for (Cell cell : row) {
                Filled own = fill(cell);
                Filled shown = cell.continued() ? above.getOrDefault(column, own) : own;
                above.put(column, shown);
                cells.add(shown);
                column += cell.columns();
            }
            filled.add(cells);
        }
        int headers = headers(rows, filled);
        for (int i = 0; i < filled.size(); i++) {
            write(filled.get(i), table, i < headers);
        }
    }

    private void write(List<Filled> row, int table, boolean header) throws UnreadableDocumentException {
        List<Span> places = new ArrayList<>();
        int from = out.length();
        for (Filled cell : row) {
            if (!places.isEmpty()) {
                out.gap("\t");
            }
            places.add(out.append(cell.words()));
            for (int more = 1; more < cell.columns(); more++) {
                places.add(new Span(out.length(), out.length()));
            }
        }
        Span whole = out.trimmed(from, out.length());
        out.gap("\n");
        if (!whole.isEmpty()) {
            out.add(new Block.Row(whole, table, header, places));
        }
    }

    /** How many rows at the top name the columns. */
    private int headers(List<XmlNode> rows, List<List<Filled>> filled) {
        int marked = 0;
        while (marked < rows.size()
                && rows.get(marked)
                        .child("w:trPr")
                        .flatMap(p -> p.toggle("w:tblHeader"))
                        .orElse(false)) {
            marked++;
        }
        if (marked > 0 && marked < rows.size()) {
            return marked;
        }
        List<List<TableHead.Cell>> cells = filled.stream()
                .map(r -> r.stream()
                        .map(c -> new TableHead.Cell(c.words(), c.strong()))
                        .toList())
                .toList();
        return TableHead.isNamed(cells, body.begun()) ? 1 : 0;
    }

    private Filled fill(Cell cell) throws UnreadableDocumentException {
        StringBuilder words = new StringBuilder();
        boolean strong = fill(cell.node(), words, 0);
        return new Filled(cell.continued() ? "" : words.toString(), strong, cell.columns());
    }

    private boolean fill(XmlNode node, StringBuilder words, int deep) throws UnreadableDocumentException {
        boolean strong = true;
        for (XmlNode child : node.children()) {
            if (child.is("w:p")) {
                Words said = body.words(child);
                body.count(child)
                        .flatMap(Mark::label)
                        .ifPresent(l -> words.append(l).append(' '));
                words.append(said.text()).append('\n');
                strong &= said.isBlank() || said.strong();
            } else if (!child.is("w:tcPr") && !child.is("w:sdtPr") && deep < DEEPEST) {
                strong &= fill(child, words, deep + 1);
            }
        }
        return strong;
    }

    /** Two columns of which the first holds nothing but the number of the rule in the second. */
    private boolean isNumberedBySide(List<List<Cell>> grid) {
        long numbered = grid.stream().filter(this::hasNumberFirst).count();
        return numbered >= 2 && numbered * 3 >= grid.size() * 2L;
    }

    private boolean hasNumberFirst(List<Cell> row) {
        if (row.size() != 2) {
            return false;
        }
        List<XmlNode> first = gather(row.getFirst().node(), "w:p");
        String words =
                String.join("", first.stream().map(WordTables::plain).toList()).strip();
        return words.isEmpty()
                ? first.stream().anyMatch(p -> p.child("w:pPr", "w:numPr").isPresent())
                : LABEL.matcher(words).matches();
    }

    private static String plain(XmlNode node) {
        StringBuilder words = new StringBuilder(node.is("w:t") ? node.text() : "");
        node.children().forEach(c -> words.append(plain(c)));
        return words.toString();
    }

    private void besideItsNumber(List<Cell> row) throws UnreadableDocumentException {
        if (!hasNumberFirst(row)) {
            for (Cell cell : row) {
                body.walk(cell.node(), false);
            }
            return;
        }
        StringBuilder number = new StringBuilder();
        fill(row.getFirst().node(), number, 0);
        boolean first = true;
        for (XmlNode p : gather(row.get(1).node(), "w:p")) {
            Words said = body.words(p);
            Optional<Mark> own = body.count(p);
            boolean opening = first && !said.isBlank();
            Optional<String> label = opening ? Optional.of(number.toString().strip()) : own.flatMap(Mark::label);
            boolean listed = opening || own.isPresent();
            out.add(
                    said.text(),
                    at -> listed
                            ? new Block.Item(at, opening ? 0 : 1, label)
                            : new Block.Paragraph(at, 0, Block.Look.PLAIN, true));
            first &= said.isBlank();
        }
    }

    private static List<Cell> cells(XmlNode row) {
        List<Cell> cells = new ArrayList<>();
        for (XmlNode cell : gather(row, "w:tc")) {
            boolean continued = cell.child("w:tcPr", "w:vMerge")
                    .map(m -> !m.attribute("val").orElse("continue").equals("restart"))
                    .orElse(false);
            int columns = cell.numberAt("w:tcPr", "w:gridSpan").orElse(1);
            cells.add(new Cell(cell, Math.clamp(columns, 1, 63), continued));
        }
        return cells;
    }

    /** The nearest elements called {@code name} below {@code node}, through content controls and tracked insertions. */
    private static List<XmlNode> gather(XmlNode node, String name) {
        List<XmlNode> found = new ArrayList<>();
        for (XmlNode child : node.children()) {
            if (child.is(name)) {
                found.add(child);
            } else if (child.is("w:sdt")
                    || child.is("w:sdtContent")
                    || child.is("w:customXml")
                    || child.is("w:ins")
                    || child.is("w:moveTo")) {
                found.addAll(gather(child, name));
            }
        }
        return found;
    }
}
