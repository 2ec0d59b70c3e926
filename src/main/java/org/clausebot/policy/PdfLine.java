package org.clausebot.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a PDF in reading order.
 *
 * @param parts from the left; more than one where wide gaps part them
 * @param page counted from 0
 * @param left margin of its column, {@code right} its right edge, in points
 * @param columnStart whether a page or a column begins with it
 */
record PdfLine(List<PdfFragment> parts, int page, float left, float right, boolean columnStart) {
    private static final Pattern RUN_IN = Pattern.compile("^(\\d{1,3}(?:\\.\\d{1,3})+\\.?)(?=\\p{Lu} ?\\p{Ll})");
    private static final Pattern BARE_NUMBER = Pattern.compile("^(\\d{1,2}) (?=\\p{Lu})");

    PdfLine {
        parts = List.copyOf(parts);
    }

    /** Fragments of one column, put together to lines from the top. */
    static List<PdfLine> of(List<PdfFragment> fragments, int page, float left, float right) {
        List<PdfLine> lines = new ArrayList<>();
        List<PdfFragment> row = new ArrayList<>();
        for (PdfFragment next : fragments.stream()
                .sorted(Comparator.comparingDouble(PdfFragment::y))
                .toList()) {
            if (!row.isEmpty() && next.y() - row.getFirst().y() > 0.3f * next.size()) {
                add(row, page, left, right, lines);
                row = new ArrayList<>();
            }
            row.add(next);
        }
        if (!row.isEmpty()) {
            add(row, page, left, right, lines);
        }
        return lines;
    }

    private static void add(List<PdfFragment> row, int page, float left, float right, List<PdfLine> lines) {
        List<PdfFragment> parts =
                row.stream().sorted(Comparator.comparingDouble(PdfFragment::x0)).toList();
        lines.add(new PdfLine(parts, page, left, right, lines.isEmpty()));
    }

    float x0() {
        return parts.getFirst().x0();
    }

    float x1() {
        return parts.getLast().x1();
    }

    float y() {
        return parts.getFirst().y();
    }

    float size() {
        return (float) parts.stream().mapToDouble(PdfFragment::size).max().orElse(0);
    }

    boolean bold() {
        return parts.stream().allMatch(p -> p.bold() || p.words().codePoints().noneMatch(Character::isLetterOrDigit));
    }

    /**
     * Its words; a wide gap is a tab. A number that runs into its words ("10.1The") is parted from them,
     * and in a bold line the number of a heading is set off as its tab would.
     */
    String words() {
        String all = String.join("\t", parts.stream().map(PdfFragment::words).toList())
                .strip();
        String parted = RUN_IN.matcher(all).replaceFirst("$1 ");
        return bold() ? BARE_NUMBER.matcher(parted).replaceFirst("$1\t") : parted;
    }

    float firstWordWidth() {
        String words = parts.getFirst().words().strip();
        int space = words.indexOf(' ');
        float whole = parts.getFirst().x1() - parts.getFirst().x0();
        return space < 0 ? whole : whole * space / words.length();
    }
}
