package org.clausebot.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clausebot.measure.Measurement.Figure;

/** Draws a measurement. */
public final class Plots {
    private static final int WIDTH = 560;
    private static final int LEFT = 60;
    private static final int TOP = 50;
    private static final int SIDE = 300;
    /** Twice the normal distribution's 97.5th percentile is the width of a 95% interval, in standard errors. */
    private static final double NORMAL = 1.96;

    private Plots() {}

    /** Pictures by the names of their files, which begin with the measured file's; those without anything to show are left out. */
    public static Map<String, String> of(Measurement found) {
        String stem = found.file()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\.tsv\\b", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        Map<String, String> plots = new LinkedHashMap<>();
        if (!found.metrics().isEmpty()) {
            plots.put(stem + "-figures.svg", figures(stem, found));
        }
        if (!found.silence().bins().isEmpty()) {
            plots.put(stem + "-reliability.svg", reliability(stem, found));
            plots.put(stem + "-refused.svg", refused(stem, found));
        }
        return plots;
    }

    private static String figures(String stem, Measurement found) {
        String description = found.metrics().entrySet().stream()
                .map(e -> "%s %s (%s to %s)"
                        .formatted(
                                e.getKey(),
                                three(e.getValue().value()),
                                three(e.getValue().low()),
                                three(e.getValue().high())))
                .collect(Collectors.joining("; "));
        int bottom = TOP + 30 * found.metrics().size();
        double zero = 190;
        double one = 480;
        Svg svg = new Svg(
                stem + "-figures", WIDTH, bottom + 40, "Figures of " + found.file(), description + "; 95% intervals.");
        svg.words("head", 16, 26, "Figures of " + found.file() + ", with 95% intervals");
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double x = zero + (one - zero) * tenth / 10;
            svg.line("grid", x, TOP - 6, x, bottom);
            svg.words("small mid", x, bottom + 18, one(tenth / 10.0));
        }
        int row = 0;
        for (Map.Entry<String, Figure> entry : found.metrics().entrySet()) {
            Figure figure = entry.getValue();
            double y = TOP + 30 * row++;
            double end = zero + (one - zero) * figure.value();
            svg.words("end", zero - 8, y + 15, entry.getKey());
            svg.box("bar", zero, y + 2, end - zero, 16);
            svg.line("range", zero + (one - zero) * figure.low(), y + 10, zero + (one - zero) * figure.high(), y + 10);
            svg.words("", one + 12, y + 15, three(figure.value()));
        }
        return svg.toString();
    }

    private static String reliability(String stem, Measurement found) {
        List<Silence.Bin> bins = found.silence().bins();
        String description = "Each point is a bin of the questions, by how sure the program was that a clause answers"
                + " them: "
                + bins.stream()
                        .map(b -> "sure %s, had an answer %s, of %d questions"
                                .formatted(three(b.said()), three(b.was()), b.count()))
                        .collect(Collectors.joining("; "))
                + ". A perfect program's points lie on the diagonal.";
        Svg svg = new Svg(
                stem + "-reliability", WIDTH, 410, "Reliability of answerability, " + found.file(), description);
        svg.words("head", 16, 26, "How sure, and how often right: " + found.file());
        axes(svg, "said to have an answer", "had one");
        svg.line("ideal", x(0), y(0), x(1), y(1));
        double[] path = new double[2 * bins.size()];
        for (int i = 0; i < bins.size(); i++) {
            Silence.Bin bin = bins.get(i);
            path[2 * i] = x(bin.said());
            path[2 * i + 1] = y(bin.was());
            Figure range = wilson(bin);
            svg.line("range", x(bin.said()), y(range.low()), x(bin.said()), y(range.high()));
            svg.dot("dot", x(bin.said()), y(bin.was()), 4);
        }
        svg.path("main", path);
        svg.words("small end", 430, TOP + 10, "said");
        svg.words("small end", 480, TOP + 10, "had");
        svg.words("small end", 545, TOP + 10, "questions");
        for (int i = 0; i < bins.size(); i++) {
            double line = TOP + 30 + 18.0 * i;
            svg.words("small end", 430, line, three(bins.get(i).said()));
            svg.words("small end", 480, line, three(bins.get(i).was()));
            svg.words("small end", 545, line, Integer.toString(bins.get(i).count()));
        }
        return svg.toString();
    }

    private static String refused(String stem, Measurement found) {
        List<Silence.Point> points = found.silence().coverage();
        String description =
                "The more of the answerable questions are answered, the fewer of the others can be refused. "
                        + found.silence().abstention().entrySet().stream()
                                .map(e -> "With %s answered, %s refused"
                                        .formatted(
                                                percent(e.getKey()),
                                                percent(e.getValue().value())))
                                .collect(Collectors.joining("; "))
                        + ".";
        Svg svg = new Svg(stem + "-refused", WIDTH, 410, "Refused against answered, " + found.file(), description);
        svg.words("head", 16, 26, "What can be refused while answering: " + found.file());
        axes(svg, "of the answerable, answered", "of the others, refused");
        double[] path = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            path[2 * i] = x(points.get(i).answered());
            path[2 * i + 1] = y(points.get(i).refused());
        }
        svg.path("main", path);
        svg.words("small end", 460, TOP + 10, "answered");
        svg.words("small end", 540, TOP + 10, "refused");
        double line = TOP + 30;
        for (Map.Entry<Double, Figure> entry : found.silence().abstention().entrySet()) {
            svg.dot("dot", x(entry.getKey()), y(entry.getValue().value()), 4);
            svg.words("small end", 460, line, percent(entry.getKey()));
            svg.words("small end", 540, line, percent(entry.getValue().value()));
            line += 18;
        }
        return svg.toString();
    }

    private static void axes(Svg svg, String across, String up) {
        for (int fifth = 0; fifth <= 5; fifth++) {
            double share = fifth / 5.0;
            svg.line("grid", x(share), y(0), x(share), y(1));
            svg.line("grid", x(0), y(share), x(1), y(share));
            svg.words("small mid", x(share), y(0) + 18, one(share));
            svg.words("small end", x(0) - 8, y(share) + 4, one(share));
        }
        svg.line("axis", x(0), y(0), x(1), y(0));
        svg.line("axis", x(0), y(0), x(0), y(1));
        svg.words("small mid", x(0.5), y(0) + 38, across);
        svg.words("small", 16, TOP - 8, up);
    }

    /**
     * Where the share of a bin would lie 95 times in 100 (E. B. Wilson: Probable inference, the law of succession, and
     * statistical inference, Journal of the American Statistical Association 22, 1927).
     */
    static Figure wilson(Silence.Bin bin) {
        double n = bin.count();
        double z = NORMAL * NORMAL / n;
        double middle = (bin.was() + z / 2) / (1 + z);
        double half = NORMAL / (1 + z) * Math.sqrt(bin.was() * (1 - bin.was()) / n + z / (4 * n));
        return new Figure(bin.was(), Math.max(0, middle - half), Math.min(1, middle + half));
    }

    private static double x(double share) {
        return LEFT + SIDE * share;
    }

    private static double y(double share) {
        return TOP + 10 + SIDE * (1 - share);
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
