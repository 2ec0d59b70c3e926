package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what runs through the pages of a PDF (headers, footers, page numbers) by where it stands and how it repeats. */
final class PdfFurniture {
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)\\W*(?:page\\s*)?(?:\\d{1,4}|[ivxl]{1,6})(?:\\s*(?:of|/|\\|)\\s*(?:\\d{1,4}|page))?\\W*");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int EDGE_LINES = 5;
    private static final float EDGE = 0.14f;
    private static final float LOW = 0.93f;
    private static final float FAR = 2f;
    private static final float SAME_HEIGHT = 8f;

    /** What is known of a page here: its height, and its lines as they stand, from the top. */
    record Sheet(float height, List<PdfLine> lines) {}

    private PdfFurniture() {}

    /** The lines among those of {@code sheets} that run through the pages. */
    static Set<PdfLine> in(List<Sheet> sheets) {
        Set<PdfLine> running = new HashSet<>();
        Map<String, List<PdfLine>> alike = new HashMap<>();
        for (Sheet sheet : sheets) {
            for (PdfLine line : edges(sheet)) {
                if (PdfBlocks.isTable(line.words())) {
                    continue;
                }
                if (NUMBER.matcher(line.words()).matches() && isInMargin(line, sheet)) {
                    running.add(line);
                }
                alike.computeIfAbsent(shape(line.words()), s -> new ArrayList<>())
                        .add(line);
            }
        }
        sheets.forEach(sheet -> foot(sheet).ifPresent(running::add));
        for (List<PdfLine> lines : alike.values()) {
            for (PdfLine line : lines) {
                long pages = lines.stream()
                        .filter(l -> Math.abs(l.y() - line.y()) < SAME_HEIGHT)
                        .map(PdfLine::page)
                        .distinct()
                        .count();
                if (pages >= Math.max(2, Math.round(sheets.size() * 0.3))) {
                    running.add(line);
                }
            }
        }
        return running;
    }

    /** The last line of a page, where it stands in the bottom margin far below the text, though it stands there once. */
    private static Optional<PdfLine> foot(Sheet sheet) {
        if (sheet.lines().size() < 2) {
            return Optional.empty();
        }
        PdfLine last = sheet.lines().getLast();
        PdfLine above = sheet.lines().get(sheet.lines().size() - 2);
        boolean apart = last.y() - above.y() > FAR * last.size() && last.y() > LOW * sheet.height();
        return apart && !PdfBlocks.isTable(last.words()) ? Optional.of(last) : Optional.empty();
    }

    static String shape(String words) {
        return DIGITS.matcher(DocumentText.fold(words).toLowerCase(Locale.ROOT)).replaceAll("#");
    }

    private static boolean isInMargin(PdfLine line, Sheet sheet) {
        return line.y() < EDGE * sheet.height() || line.y() > (1 - EDGE) * sheet.height();
    }

    private static List<PdfLine> edges(Sheet sheet) {
        List<PdfLine> lines = sheet.lines();
        if (lines.size() <= 2 * EDGE_LINES) {
            return lines;
        }
        List<PdfLine> edges = new ArrayList<>(lines.subList(0, EDGE_LINES));
        edges.addAll(lines.subList(lines.size() - EDGE_LINES, lines.size()));
        return edges;
    }
}
