package org.clausebot.querylog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;
import org.clausebot.querylog.Hidden.Kind;

/**
 * How well {@link Redaction} does on texts in which people have marked what must be hidden: <code>can i add {name|Mrs
 * Khan}</code>. A mark is caught when all of its letters and digits are hidden, as whatever kind; what is hidden is right
 * when a mark has some of it.
 */
public final class RedactionMeasure {
    private static final Pattern MARK = Pattern.compile("\\{([a-z]+)\\|([^{}]+)}");

    private final Map<Kind, int[]> marked = new EnumMap<>(Kind.class);
    private final Map<Kind, int[]> hidden = new EnumMap<>(Kind.class);
    private final List<String> misses = new ArrayList<>();
    private final List<String> needless = new ArrayList<>();
    private int texts;

    private RedactionMeasure() {}

    /**
     * Measures on {@code files} with the column {@code text}.
     *
     * @throws DataFileException when one cannot be read, or marks a kind that there is not
     */
    public static RedactionMeasure of(List<Path> files, Redaction redaction) throws DataFileException {
        RedactionMeasure measure = new RedactionMeasure();
        for (Path file : files) {
            for (Tsv.Row row : Tsv.read(file, "text")) {
                measure.add(row, redaction);
            }
        }
        return measure;
    }

    private void add(Tsv.Row row, Redaction redaction) throws DataFileException {
        StringBuilder text = new StringBuilder();
        List<Hidden> marks = new ArrayList<>();
        String written = row.required("text");
        Matcher mark = MARK.matcher(written);
        int at = 0;
        while (mark.find()) {
            text.append(written, at, mark.start());
            Kind kind = Kind.of(mark.group(1)).orElseThrow(() -> row.error("there is no kind " + mark.group(1)));
            marks.add(new Hidden(text.length(), text.length() + mark.group(2).length(), kind));
            text.append(mark.group(2));
            at = mark.end();
        }
        text.append(written.substring(at));
        String whole = text.toString();
        List<Hidden> found = redaction.hidden(whole);
        texts++;
        for (Hidden wanted : marks) {
            boolean caught = covers(whole, wanted, found);
            count(marked, wanted.kind(), caught);
            if (!caught) {
                misses.add(wanted.kind().code() + ": " + part(whole, wanted) + " in: " + whole);
            }
        }
        for (Hidden one : found) {
            boolean right = marks.stream().anyMatch(m -> m.from() < one.to() && one.from() < m.to());
            count(hidden, one.kind(), right);
            if (!right) {
                needless.add(one.kind().code() + ": " + part(whole, one) + " in: " + whole);
            }
        }
    }

    private static String part(String text, Hidden hidden) {
        return text.substring(hidden.from(), hidden.to());
    }

    private static boolean covers(String text, Hidden wanted, List<Hidden> found) {
        for (int i = wanted.from(); i < wanted.to(); i++) {
            int at = i;
            if (Character.isLetterOrDigit(text.charAt(i))
                    && found.stream().noneMatch(f -> f.from() <= at && at < f.to())) {
                return false;
            }
        }
        return true;
    }

    private static void count(Map<Kind, int[]> counts, Kind kind, boolean good) {
        int[] count = counts.computeIfAbsent(kind, k -> new int[2]);
        count[0]++;
        count[1] += good ? 1 : 0;
    }

    /** Of all that is marked, how much is hidden: 0 to 1. */
    public double recall() {
        return share(marked);
    }

    /** Of all that is hidden, how much is marked: 0 to 1. */
    public double precision() {
        return share(hidden);
    }

    private static double share(Map<Kind, int[]> counts) {
        int all = counts.values().stream().mapToInt(c -> c[0]).sum();
        int good = counts.values().stream().mapToInt(c -> c[1]).sum();
        return all == 0 ? 1 : (double) good / all;
    }

    /** What was marked and kept, one a line. */
    public List<String> misses() {
        return List.copyOf(misses);
    }

    /** What was hidden and not marked, one a line. */
    public List<String> needless() {
        return List.copyOf(needless);
    }

    /** The figures by kind, and the misses. */
    public String asTable() {
        StringBuilder table = new StringBuilder(texts + " texts\n\n");
        table.append(String.format(
                Locale.ROOT, "%-10s %8s %8s %8s %10s%n", "kind", "marked", "recall", "hidden", "precision"));
        for (Kind kind : Kind.values()) {
            int[] m = marked.getOrDefault(kind, new int[2]);
            int[] h = hidden.getOrDefault(kind, new int[2]);
            table.append(String.format(
                    Locale.ROOT, "%-10s %8d %8s %8d %10s%n", kind.code(), m[0], ratio(m), h[0], ratio(h)));
        }
        table.append(String.format(
                Locale.ROOT,
                "%-10s %8d %8.3f %8d %10.3f%n",
                "all",
                marked.values().stream().mapToInt(c -> c[0]).sum(),
                recall(),
                hidden.values().stream().mapToInt(c -> c[0]).sum(),
                precision()));
        misses.forEach(miss -> table.append("\nkept     ").append(miss));
        return table.append('\n').toString();
    }

    private static String ratio(int[] count) {
        return count[0] == 0 ? "-" : String.format(Locale.ROOT, "%.3f", (double) count[1] / count[0]);
    }
}
