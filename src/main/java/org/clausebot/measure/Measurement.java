package org.clausebot.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well a file of questions was answered.
 *
 * @param file the file's name
 * @param answerable how many of its questions a clause answers
 * @param unanswerable how many none does
 * @param metrics by name, in the order to show them; those of ranking over the answerable, AUROC over all
 * @param abstention by the share of answerable questions that are answered, the share of the others that are refused
 * @param unknown clauses of the file's gold that no policy has: no answer can give them
 */
public record Measurement(
        String file,
        int answerable,
        int unanswerable,
        Map<String, Figure> metrics,
        Map<Double, Figure> abstention,
        List<String> unknown) {
    public Measurement {
        metrics = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        abstention = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(abstention));
        unknown = List.copyOf(unknown);
    }

    /**
     * A figure and where it would lie 95 times in 100 had other questions of the kind been asked.
     *
     * @param value the figure
     * @param low the lower end of the interval
     * @param high the upper end
     */
    public record Figure(double value, double low, double high) {}

    /** As maps, lists, numbers and words, ready for JSON. */
    public Map<String, Object> asMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("questions", file);
        all.put("answerable", answerable);
        all.put("unanswerable", unanswerable);
        Map<String, Object> figures = new LinkedHashMap<>();
        metrics.forEach((name, figure) -> figures.put(name, asMap(figure)));
        all.put("metrics", figures);
        Map<String, Object> refused = new LinkedHashMap<>();
        abstention.forEach((share, figure) -> refused.put("%.2f".formatted(share), asMap(figure)));
        all.put("refusedAtAnswered", refused);
        all.put("unknownClauses", unknown);
        return all;
    }

    private static Map<String, Object> asMap(Figure figure) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("value", figure.value());
        map.put("low", figure.low());
        map.put("high", figure.high());
        return map;
    }

    /** As lines for a terminal. */
    public String asTable() {
        StringBuilder table =
                new StringBuilder("%s: %d answerable, %d unanswerable%n%n".formatted(file, answerable, unanswerable));
        table.append("%-34s %6s   %s%n".formatted("", "value", "95% interval"));
        metrics.forEach((name, figure) -> table.append(line(name, figure)));
        abstention.forEach(
                (share, figure) -> table.append(line("refused, %.0f%% being answered".formatted(share * 100), figure)));
        if (!unknown.isEmpty()) {
            table.append("%nNo policy has these clauses of the file: %s%n".formatted(String.join(", ", unknown)));
        }
        return table.toString();
    }

    private static String line(String name, Figure figure) {
        return String.format(
                Locale.ROOT, "%-34s %6.3f   %.3f to %.3f%n", name, figure.value(), figure.low(), figure.high());
    }
}
