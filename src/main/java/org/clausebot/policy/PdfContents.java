package org.clausebot.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the list of contents of a PDF: entries that end in a page number, after dot leaders or a wide gap. */
final class PdfContents {
    private static final Pattern LEADERS = Pattern.compile(".*(?:\\.\\s?){4,}\\s*(?:\\d{1,4}|[ivxl]{1,6})?\\s*");
    private static final Pattern DOTS = Pattern.compile(".*\\S.*[….·_]{3,}\\s*\\d{1,4}\\s*");
    private static final Pattern AT_RIGHT = Pattern.compile("(?s).*\\S\\t\\s*(?:\\d{1,4}|[ivxl]{1,6})");
    private static final Pattern LOOSE = Pattern.compile("(?s)(?:\\S+\\s+){1,14}\\d{1,4}");
    private static final Pattern HEADING =
            Pattern.compile("(?:table of )?contents(?: page)?:?|index", Pattern.CASE_INSENSITIVE);

    private PdfContents() {}

    static Set<PdfLine> in(List<PdfLine> lines) {
        Set<PdfLine> contents = new HashSet<>();
        boolean open = false;
        int missed = 0;
        for (int i = 0; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            String words = line.words();
            if (isHeading(words) && i + 1 < lines.size()) {
                int end = endOfEntries(lines, i + 1);
                if (end > i + 1) {
                    contents.addAll(lines.subList(i, end));
                    open = true;
                    i = end - 1;
                }
                continue;
            }
            if (LEADERS.matcher(words).matches() || DOTS.matcher(words).matches()) {
                contents.add(line);
                // An entry too long for one line: its first half has no number.
                if (open && missed == 1 && i > 0) {
                    contents.add(lines.get(i - 1));
                }
                open = true;
                missed = 0;
            } else {
                missed++;
            }
        }
        return contents;
    }

    static boolean isHeading(String words) {
        return HEADING.matcher(DocumentText.fold(words).toLowerCase(Locale.ROOT))
                .matches();
    }

    private static int endOfEntries(List<PdfLine> lines, int from) {
        int end = from;
        for (int i = from; i < lines.size() && i < end + 3; i++) {
            String words = lines.get(i).words();
            boolean after = end > from && LOOSE.matcher(words).matches();
            if (after
                    || AT_RIGHT.matcher(words).matches()
                    || LEADERS.matcher(words).matches()
                    || DOTS.matcher(words).matches()) {
                end = i + 1;
            }
        }
        return end;
    }
}
