package org.clausebot.policy;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** Takes from each page of a PDF the characters, with place, size and weight, and the straight rules drawn on it. */
final class PdfGlyphs extends PDFTextStripper {
    private static final int MOST_GLYPHS = 4_000_000;
    /** Forms that draw forms can ask for billions; a thousand pages of text and charts need fewer than this. */
    private static final int MOST_OPERATORS = 5_000_000;

    private static final int MOST_FORMS = 50_000;
    private static final int MOST_RULES_OF_A_PAGE = 1_500;
    private static final int TIME_CHECK_EVERY = 64;
    private static final float THIN = 3.5f;
    private static final float SHORT = 6f;
    private static final float BESIDE = 20f;
    private static final float LONGEST_PAGE = 15_000f;

    /**
     * A character, or a few that one code prints.
     *
     * @param x its left edge, {@code y} its base line from the top of the page, both in points
     */
    record Glyph(String words, float x, float y, float width, float size, boolean bold) {}

    /** A straight line: level when {@code y0 == y1}, upright when {@code x0 == x1}. */
    record Rule(float x0, float y0, float x1, float y1) {
        boolean isLevel() {
            return y0 == y1;
        }
    }

    /** What stands on one page, counted from 0. */
    record Page(int number, float width, float height, List<Glyph> glyphs, List<Rule> rules) {}

    /** Carries a refusal through code of PDFBox that cannot throw it. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final UnreadableDocumentException reason;

        Stopped(UnreadableDocumentException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private final Deadline deadline;
    private final Set<TextPosition> stroked = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> path = new ArrayList<>();
    private float atX;
    private float atY;
    private int glyphs;
    private int operators;
    private int forms;

    PdfGlyphs(Deadline deadline) {
        this.deadline = deadline;
        setSortByPosition(false);
        setShouldSeparateByBeads(false);
        setSuppressDuplicateOverlappingText(true);
    }

    /** The pages in order. What a damaged page still gives is kept. */
    List<Page> pages(PDDocument document) throws UnreadableDocumentException {
        List<Page> pages = new ArrayList<>();
        try {
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                deadline.check();
                pages.add(page(document, i));
            }
        } catch (Stopped e) {
            throw e.reason;
        }
        return pages;
    }

    private Page page(PDDocument document, int number) {
        stroked.clear();
        rules.clear();
        path.clear();
        getCharactersByArticle().clear();
        setStartPage(number + 1);
        setEndPage(number + 1);
        try {
            writeText(document, Writer.nullWriter());
        } catch (IOException e) {
            // The page breaks off here; what it printed before is in the lists.
        }
        List<Glyph> found = new ArrayList<>();
        for (List<TextPosition> article : getCharactersByArticle()) {
            article.forEach(position -> add(position, found));
        }
        PDRectangle box = document.getPage(number).getCropBox();
        return new Page(number, box.getWidth(), box.getHeight(), found, List.copyOf(rules));
    }

    @Override
    protected void writePage() {
        // Nothing is written: the characters are taken from the lists that PDFBox has filled.
    }

    private void add(TextPosition position, List<Glyph> found) {
        if (position.getDir() != 0 && position.getDir() != position.getRotation()) {
            return; // a watermark or a note up the margin
        }
        String words = printed(position.getUnicode());
        if (!words.isEmpty() && isOnPage(position)) {
            found.add(new Glyph(
                    words,
                    position.getXDirAdj(),
                    position.getYDirAdj(),
                    position.getWidthDirAdj(),
                    position.getYScale() > 1 ? position.getYScale() : position.getHeightDir() * 1.4f,
                    stroked.contains(position) || isBold(position)));
        }
    }

    /** What stands beside the page is not printed; damaged files put letters at impossible places. */
    private static boolean isOnPage(TextPosition position) {
        float x = position.getXDirAdj();
        float y = position.getYDirAdj();
        float longest = Math.max(position.getPageWidth(), position.getPageHeight());
        return x > -BESIDE && x < longest + BESIDE && y > -BESIDE && y < longest + BESIDE && longest < LONGEST_PAGE;
    }

    private static String printed(String words) {
        StringBuilder printed = new StringBuilder();
        words.codePoints().forEach(c -> {
            if (c >= 0xFB00 && c <= 0xFB06) {
                printed.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            } else if (c >= 0xF020 && c <= 0xF0FF) {
                printed.append('•');
            } else if (c >= ' ' || c == '\t') {
                printed.appendCodePoint(c == '\t' ? ' ' : c);
            }
        });
        return printed.toString();
    }

    private static boolean isBold(TextPosition position) {
        PDFontDescriptor font = position.getFont().getFontDescriptor();
        String name = String.valueOf(position.getFont().getName()).toLowerCase(Locale.ROOT);
        return name.contains("bold")
                || name.contains("black")
                || name.contains("heavy")
                || name.contains("demi")
                || (font != null && (font.isForceBold() || font.getFontWeight() >= 600));
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        if (++glyphs > MOST_GLYPHS) {
            throw new Stopped(new UnreadableDocumentException(
                    "This PDF holds more words than any policy. Split it into its parts and import those."));
        }
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        if (mode == RenderingMode.FILL_STROKE) {
            stroked.add(position);
        }
        super.processTextPosition(position);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        operators++;
        forms += operator.getName().equals("Do") ? 1 : 0;
        if (operators > MOST_OPERATORS
                || forms > MOST_FORMS
                || (operators % TIME_CHECK_EVERY == 0 && deadline.passed())) {
            throw new Stopped(Deadline.tooSlow());
        }
        draw(operator.getName(), operands);
        super.processOperator(operator, operands);
    }

    private void draw(String operator, List<COSBase> operands) {
        switch (operator) {
            case "m", "l" -> {
                if (operands.size() == 2) {
                    move(operator.equals("l"), number(operands, 0), number(operands, 1));
                }
            }
            case "re" -> {
                if (operands.size() == 4) {
                    box(number(operands, 0), number(operands, 1), number(operands, 2), number(operands, 3));
                }
            }
            case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*" -> {
                if (rules.size() < MOST_RULES_OF_A_PAGE) {
                    rules.addAll(path);
                }
                path.clear();
            }
            case "n" -> path.clear();
            default -> {}
        }
    }

    private static float number(List<COSBase> operands, int at) {
        return operands.get(at) instanceof COSNumber n ? n.floatValue() : 0;
    }

    private void move(boolean line, float x, float y) {
        if (line) {
            rule(atX, atY, x, y);
        }
        atX = x;
        atY = y;
    }

    private void box(float x, float y, float w, float h) {
        rule(x, y, x + w, y);
        rule(x, y + h, x + w, y + h);
        rule(x, y, x, y + h);
        rule(x + w, y, x + w, y + h);
    }

    private void rule(float fromX, float fromY, float toX, float toY) {
        if (getGraphicsState() == null || path.size() >= MOST_RULES_OF_A_PAGE) {
            return;
        }
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        PDRectangle box = getCurrentPage().getCropBox();
        var a = matrix.transformPoint(fromX, fromY);
        var b = matrix.transformPoint(toX, toY);
        float x0 = Math.min(a.x, b.x) - box.getLowerLeftX();
        float x1 = Math.max(a.x, b.x) - box.getLowerLeftX();
        float y0 = box.getUpperRightY() - Math.max(a.y, b.y);
        float y1 = box.getUpperRightY() - Math.min(a.y, b.y);
        if (y1 - y0 < THIN && x1 - x0 > SHORT) {
            path.add(new Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2));
        } else if (x1 - x0 < THIN && y1 - y0 > SHORT) {
            path.add(new Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1));
        }
    }
}
