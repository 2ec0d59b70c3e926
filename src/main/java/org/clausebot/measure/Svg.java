package org.clausebot.measure;

import java.util.Locale;

/**
 * Writes small SVG pictures: lines, dots, boxes and words. Written here because the chart libraries for Java draw through
 * AWT, which needs the system's fonts and fails on servers that have none; a viewer brings its own. Colours follow the
 * reader's choice of light or dark; a title and a description say the picture to who does not see it.
 */
final class Svg {
    private static final String STYLE = """
            <style>
            text{font:13px system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:#1f2328}
            .head{font-size:15px;font-weight:600}.small{font-size:11px}.mid{text-anchor:middle}.end{text-anchor:end}
            .back{fill:#ffffff}.grid{stroke:#d1d9e0}.axis{stroke:#59636e}.main{stroke:#0a53b8;fill:none;stroke-width:2}
            .dot{fill:#0a53b8}.bar{fill:#9cc4f0}.ideal{stroke:#59636e;stroke-dasharray:5 4}.range{stroke:#a04100;stroke-width:2}
            @media (prefers-color-scheme:dark){
            text{fill:#f0f6fc}.back{fill:#0d1117}.grid{stroke:#3d444d}.axis{stroke:#9198a1}.main{stroke:#79b8ff}
            .dot{fill:#79b8ff}.bar{fill:#1f5596}.ideal{stroke:#9198a1}.range{stroke:#ffb77c}
            }
            </style>
            """;

    private final StringBuilder body = new StringBuilder();
    private final String opening;

    /**
     * @param id letters, digits and hyphens; begins the ids within, so that several pictures can stand in one page
     * @param width in pixels, as is the height
     * @param title a few words
     * @param description all that the picture shows, in a sentence or more
     */
    Svg(String id, int width, int height, String title, String description) {
        this.opening =
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                aria-labelledby="%s-title %s-desc">
                <title id="%s-title">%s</title>
                <desc id="%s-desc">%s</desc>
                """.formatted(width, height, width, height, id, id, id, escaped(title), id, escaped(description));
        box("back", 0, 0, width, height);
    }

    void line(String style, double x1, double y1, double x2, double y2) {
        body.append("<line").append(attributes("class", style, "x1", n(x1), "y1", n(y1), "x2", n(x2), "y2", n(y2)));
        body.append("/>\n");
    }

    void dot(String style, double x, double y, double radius) {
        body.append("<circle").append(attributes("class", style, "cx", n(x), "cy", n(y), "r", n(radius)));
        body.append("/>\n");
    }

    void box(String style, double x, double y, double width, double height) {
        body.append("<rect")
                .append(attributes("class", style, "x", n(x), "y", n(y), "width", n(width), "height", n(height)));
        body.append("/>\n");
    }

    /** A line through points, as x and y in turn. */
    void path(String style, double... xys) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i + 1 < xys.length; i += 2) {
            points.append(i == 0 ? "" : " ").append(n(xys[i])).append(',').append(n(xys[i + 1]));
        }
        body.append("<polyline").append(attributes("class", style, "points", points.toString()));
        body.append("/>\n");
    }

    /** Words whose baseline begins at x, y; the styles "mid" and "end" put their middle or end there. */
    void words(String style, double x, double y, String words) {
        body.append("<text").append(attributes("class", style, "x", n(x), "y", n(y)));
        body.append('>').append(escaped(words)).append("</text>\n");
    }

    private static String attributes(String... namesAndValues) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.append(' ').append(namesAndValues[i]).append("=\"");
            attributes.append(escaped(namesAndValues[i + 1])).append('"');
        }
        return attributes.toString();
    }

    /** Two decimals at most, so that the same figures give the same file on every machine. */
    private static String n(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return opening + STYLE + body + "</svg>\n";
    }
}
