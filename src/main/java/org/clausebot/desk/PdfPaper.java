package org.clausebot.desk;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Puts one block under another on A4 pages, each tagged for screen readers as what it is: the library tags nothing by
 * itself. Every page carries the running lines, which are marked as not being part of the text.
 */
final class PdfPaper {
    private static final float LEFT = 62;
    private static final float RIGHT = PageSize.A4.getWidth() - 62;
    private static final float TOP = PageSize.A4.getHeight() - 72;
    private static final float BOTTOM = 68;
    private static final float LEADING = 1.4f;
    private static final float BODY = 10.5f;
    private static final float SMALL = 9;
    private static final PdfName ARTIFACT = new PdfName("Artifact");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.A4);
    private final PdfWriter writer;
    private final PdfStructureElement root;
    private final PdfWords words = new PdfWords();
    private final Running running;
    private float y = TOP;
    private int pages;

    /**
     * What stands on every page.
     *
     * @param title of the document
     * @param top the line above the text
     * @param made by whom and when
     * @param pages how many there are; 0 while they are being counted
     */
    record Running(String title, String top, String made, int pages) {}

    PdfPaper(Running running, Instant at) {
        this.running = running;
        writer = PdfWriter.getInstance(document, out);
        writer.setTagged();
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.addTitle(running.title());
        document.addCreator("Clausebot");
        writer.getInfo().put(PdfName.CREATIONDATE, date(at));
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en-GB"));
        root = new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document"));
        running();
    }

    private static PdfDate date(Instant at) {
        return new PdfDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
    }

    /** @param level 1 for the title, to 3 */
    void heading(int level, String text) {
        float size = switch (level) {
            case 1 -> 18;
            case 2 -> 13.5f;
            default -> BODY;
        };
        space(level == 3 ? 7 : 14);
        keep(size * LEADING + 3 * BODY * LEADING);
        if (level < 3) {
            PdfDestination here = new PdfDestination(PdfDestination.XYZ, LEFT, y, 0);
            new PdfOutline(writer.getRootOutline(), here, text);
        }
        block("H" + level, words.phrase(text, size, Font.BOLD), 0);
    }

    void paragraph(String text) {
        block("P", words.phrase(text, BODY, Font.NORMAL), 0);
        space(3);
    }

    /** A note or a message, set off from who wrote it. */
    void indented(String text) {
        block("P", words.phrase(text, BODY, Font.NORMAL), 16);
        space(5);
    }

    void small(String text) {
        block("P", words.phrase(text, SMALL, Font.NORMAL), 0);
        space(2);
    }

    void item(String text) {
        block("P", words.phrase("• " + text, BODY, Font.NORMAL), 0);
    }

    void fact(String name, String value) {
        block("P", led(name + ": ", value), 0);
    }

    /** @param leadIn may be empty */
    void quotation(String leadIn, String text) {
        block("BlockQuote", led(leadIn.isEmpty() ? "" : leadIn + " ", text), 16);
        space(2);
    }

    /** Bold words, then plain ones. A phrase that begins with a font would pass it on to all that follows. */
    private Phrase led(String bold, String plain) {
        Phrase phrase = new Phrase();
        phrase.addAll(words.phrase(bold, BODY, Font.BOLD).getChunks());
        phrase.addAll(words.phrase(plain, BODY, Font.NORMAL).getChunks());
        return phrase;
    }

    int pages() {
        return pages;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    void close() {
        if (words.replaced()) {
            space(10);
            small("Characters that the font of this document lacks stand here by name, in square brackets.");
        }
        document.close();
    }

    private void space(float points) {
        y -= points;
    }

    /** A heading is not left alone at the foot of a page. */
    private void keep(float points) {
        if (y - points < BOTTOM) {
            nextPage();
        }
    }

    private void block(String tag, Phrase phrase, float indent) {
        try {
            PdfStructureElement element = new PdfStructureElement(root, new PdfName(tag));
            ColumnText column = new ColumnText(writer.getDirectContent());
            column.setText(phrase);
            boolean more = true;
            while (more) {
                column.setSimpleColumn(LEFT + indent, BOTTOM, RIGHT, y);
                column.setLeading(0, LEADING);
                writer.getDirectContent().beginMarkedContentSequence(element);
                more = ColumnText.hasMoreText(column.go());
                writer.getDirectContent().endMarkedContentSequence();
                y = column.getYLine();
                if (more) {
                    nextPage();
                }
            }
        } catch (DocumentException e) {
            throw new IllegalStateException("A case could not be set on paper", e);
        }
    }

    private void nextPage() {
        document.newPage();
        y = TOP;
        running();
    }

    private void running() {
        pages++;
        PdfContentByte canvas = writer.getDirectContent();
        canvas.beginMarkedContentSequence(ARTIFACT);
        line(running.top(), PageSize.A4.getHeight() - 44, Font.BOLD);
        String count = running.pages() == 0 ? "" : " of " + running.pages();
        line(running.made() + " · page " + pages + count, 40, Font.NORMAL);
        canvas.endMarkedContentSequence();
        // A page is only kept when something other than its running lines is on it.
        writer.setPageEmpty(false);
    }

    private void line(String text, float height, int style) {
        ColumnText.showTextAligned(writer.getDirectContent(), 0, words.phrase(text, SMALL, style), LEFT, height, 0);
    }
}
