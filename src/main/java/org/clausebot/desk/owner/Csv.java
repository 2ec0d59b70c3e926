package org.clausebot.desk.owner;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.clausebot.http.Response;

/** Tables to save, as spreadsheets read them. */
final class Csv {
    /** With it spreadsheets read the file as UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?%?");
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /**
     * A file with a line for the headings and one for each row.
     *
     * @param name of the file, without its ending
     * @param rows each as many cells as there are headings
     */
    static Response file(String name, List<String> headings, List<List<String>> rows) {
        byte[] bytes = text(headings, rows).getBytes(StandardCharsets.UTF_8);
        return Response.download(name + ".csv", "text/csv", ByteBuffer.wrap(bytes));
    }

    static String text(List<String> headings, List<List<String>> rows) {
        StringWriter out = new StringWriter();
        out.write(MARK);
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(safe(headings));
            for (List<String> row : rows) {
                if (row.size() != headings.size()) {
                    throw new IllegalArgumentException("Every row has a cell for each heading");
                }
                printer.printRecord(safe(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static List<String> safe(List<String> cells) {
        return cells.stream().map(Csv::safe).toList();
    }

    /** A spreadsheet would reckon out a cell that begins as a formula does, also one that somebody typed into a chat. */
    private static String safe(String cell) {
        String begins = cell.stripLeading();
        boolean formula = (!begins.isEmpty() && BEGINS_FORMULA.indexOf(begins.charAt(0)) >= 0)
                || (!cell.isEmpty() && BEGINS_FORMULA.indexOf(cell.charAt(0)) >= 0);
        return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
