package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes a table of a PDF: its rows, or paragraphs where the first of two columns only holds their numbers. */
final class PdfRows {
    private static final Pattern LABEL = Pattern.compile("\\(?(?:\\d{1,3}(?:\\.\\d{1,3})*|[A-Za-z]|[ivx]{1,5})[.)]*");
    private static final int FRONT = 3;

    private PdfRows() {}

    /** The lines written, so that words divided at their ends can be mended. */
    static List<Line> write(PdfTable table, int number, BlocksBuilder out) throws UnreadableDocumentException {
        List<Line> printed = new ArrayList<>();
        boolean besides = isNumberedBySide(table);
        boolean named = !besides && table.rows().size() > 1 && isNamed(table, out);
        for (int i = 0; i < table.rows().size(); i++) {
            List<Span> cells = new ArrayList<>();
            int from = out.length();
            for (String cell : table.rows().get(i)) {
                if (!cells.isEmpty()) {
                    out.gap("\t");
                }
                int start = out.length();
                cells.add(out.append(cell));
                lines(start, cell, printed);
            }
            Span whole = out.trimmed(from, out.length());
            out.gap("\n");
            out.add(
                    besides
                            ? new Block.Paragraph(whole, 0, Block.Look.PLAIN, false)
                            : new Block.Row(whole, number, named && i == 0, cells));
        }
        return printed;
    }

    private static void lines(int start, String cell, List<Line> printed) {
        int at = start;
        for (String line : cell.split("\n", -1)) {
            if (!line.isBlank()) {
                int blanks = at == start ? 1 : 0;
                printed.add(new Line(new Span(at, at + line.length()), 0, Block.Look.PLAIN, blanks, false));
            }
            at += line.length() + 1;
        }
    }

    private static boolean isNamed(PdfTable table, BlocksBuilder out) {
        List<List<TableHead.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            boolean bold = table.bold().get(i);
            rows.add(table.rows().get(i).stream()
                    .map(words -> new TableHead.Cell(words, bold))
                    .toList());
        }
        return TableHead.isNamed(rows, out.blocks().size() > FRONT);
    }

    private static boolean isNumberedBySide(PdfTable table) {
        long numbered = table.rows().stream()
                .filter(r ->
                        r.size() == 2 && LABEL.matcher(r.getFirst().strip()).matches())
                .count();
        return numbered >= 2 && numbered * 3 >= table.rows().size() * 2L;
    }
}
