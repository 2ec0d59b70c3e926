package org.clausebot.measure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clausebot.measure.Measurement.Failure;
import org.clausebot.measure.Measurement.Figure;
import org.clausebot.measure.Measurement.Threshold;

/** A measurement as lines for a terminal. */
final class MeasurementTable {
    private MeasurementTable() {}

    static String of(Measurement found) {
        StringBuilder table = new StringBuilder(found.file() + ": " + counts(found.counts()) + "\n\n");
        table.append(row("", "value", "95% interval"));
        found.metrics().forEach((name, figure) -> table.append(line(name, figure)));
        found.silence()
                .abstention()
                .forEach((share, figure) ->
                        table.append(line("refused, " + Math.round(share * 100) + "% being answered", figure)));
        bins(table, found.silence().bins());
        thresholds(table, found.thresholds());
        if (!found.unknown().isEmpty()) {
            table.append("\nNo policy has these clauses of the file: ")
                    .append(String.join(", ", found.unknown()))
                    .append('\n');
        }
        return table.toString();
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    private static void bins(StringBuilder table, List<Silence.Bin> bins) {
        if (!bins.isEmpty()) {
            table.append("\n").append(row("sure of an answer (mean of a bin)", "had", "questions"));
            bins.forEach(bin -> table.append(row(number(bin.said()), bin.was(), Integer.toString(bin.count()))));
        }
    }

    private static void thresholds(StringBuilder table, List<Threshold> thresholds) {
        if (!thresholds.isEmpty()) {
            table.append("\n").append(row("urgent from", "recall", "look-alikes stopped"));
            thresholds.forEach(t -> table.append(row(number(t.from()), t.recall(), number(t.stopped()))));
        }
    }

    private static String line(String name, Figure figure) {
        return row(name, figure.value(), number(figure.low()) + " to " + number(figure.high()));
    }

    private static String row(String name, double value, String rest) {
        return row(name, number(value), rest);
    }

    private static String row(String name, String value, String rest) {
        return String.format(Locale.ROOT, "%-34s %6s   %s", name, value, rest).stripTrailing() + "\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** Each failure in two lines, the question first. */
    static String list(Measurement found) {
        if (found.failures().isEmpty()) {
            return "Nothing failed.\n";
        }
        StringBuilder list = new StringBuilder();
        for (Failure failure : found.failures()) {
            list.append(failure.id()).append("  ").append(failure.question()).append('\n');
            list.append("    ").append(failure.what()).append(": ").append(failure.got());
            list.append("; wanted: ").append(failure.wanted()).append('\n');
        }
        return list.toString();
    }
}
