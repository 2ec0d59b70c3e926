package org.clausebot.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a PDF sets its ordinary text.
 *
 * @param size type size in points
 * @param leading from base line to base line, as a multiple of the type size
 */
record PdfLayout(float size, float leading) {
    private static final float LARGE = 1.12f;
    private static final float GAP = 1.28f;
    private static final float CHARACTER = 0.5f;

    static PdfLayout of(List<PdfLine> lines) {
        Map<Float, Integer> sizes = new HashMap<>();
        for (PdfLine line : lines) {
            sizes.merge(Math.round(line.size() * 2) / 2f, line.words().length(), Integer::sum);
        }
        float size = commonest(sizes, 11f);
        Map<Float, Integer> leadings = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            float distance = line.y() - lines.get(i - 1).y();
            float ratio = Math.round(distance / line.size() * 20) / 20f;
            if (!line.columnStart()
                    && ratio > 0.9f
                    && ratio < 3.2f
                    && line.words().length() > 20) {
                leadings.merge(ratio, 1, Integer::sum);
            }
        }
        return new PdfLayout(size, closest(leadings));
    }

    /** The smallest leading that is common: paragraphs of one line are often more frequent than wrapped ones. */
    private static float closest(Map<Float, Integer> leadings) {
        int all = leadings.values().stream().mapToInt(Integer::intValue).sum();
        return leadings.entrySet().stream()
                .filter(e -> e.getValue() * 8 >= all)
                .map(Map.Entry::getKey)
                .min(Float::compare)
                .orElse(1.2f);
    }

    private static float commonest(Map<Float, Integer> counts, float otherwise) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }

    Block.Look look(PdfLine line) {
        return line.bold() || line.size() > LARGE * size ? Block.Look.STRONG : Block.Look.PLAIN;
    }

    /** Whether more than the ordinary space stands between two lines of one column. */
    boolean isGap(PdfLine above, PdfLine line) {
        return line.y() - above.y() > GAP * leading * Math.max(line.size(), above.size());
    }

    /** How far {@code line} stands from its margin, in characters. */
    int indent(PdfLine line) {
        return Math.max(0, Math.round((line.x0() - line.left()) / (CHARACTER * size)));
    }
}
