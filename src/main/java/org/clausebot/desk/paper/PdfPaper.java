package org.clausebot.desk.paper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Puts one block under another on A4 pages, each tagged for screen readers as what it is: the library tags nothing by
 * itself. Every page carries the running lines, which are marked as not being part of the text. The same blocks with the
 * same running lines at the same moment give the same bytes.
 */
public final class PdfPaper {
    private static final float LEFT = 62;
    private static final float RIGHT = PageSize.A4.getWidth() - 62;
    private static final float TOP = PageSize.A4.getHeight() - 72;
    private static final float BOTTOM = 68;
    private static final float LEADING = 1.4f;
    private static final float BODY = 10.5f;
    private static final float SMALL = 9;
    private static final int ID_BYTES = 16;
    private static final Pattern SUBSET = Pattern.compile("/[A-Z]{6}\\+(LiberationSans)");
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
    public record Running(String title, String top, String made, int pages) {}

    /** @param at when it is made */
    public PdfPaper(Running running, Instant at) {
        this.running = running;
        writer = PdfWriter.getInstance(document, out);
        writer.setTagged();
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.addTitle(running.title());
        document.addCreator("Clausebot");
        writer.getInfo().put(PdfName.CREATIONDATE, date(at));
        byte[] id = id(running, at);
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en-GB"));
        root = new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document"));
        running();
    }

    private static PdfDate date(Instant at) {
        return new PdfDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
    }

    /** The library's own would be another each time (ISO 32000-1, 14.4 asks for one that is likely to be nobody else's). */
    private static byte[] id(Running running, Instant at) {
        String all = String.join("\0", running.title(), running.top(), running.made(), at.toString());
        try {
            return Arrays.copyOf(
                    MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)), ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** @param level 1 for the title, to 3 */
    public void heading(int level, String text) {
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

    /** Ordinary words. */
    public void paragraph(String text) {
        block("P", words.phrase(text, BODY, Font.NORMAL), 0);
        space(3);
    }

    /** A note or a message, set off from who wrote it. */
    public void indented(String text) {
        block("P", words.phrase(text, BODY, Font.NORMAL), 16);
        space(5);
    }

    /** An aside in small print. */
    public void small(String text) {
        block("P", words.phrase(text, SMALL, Font.NORMAL), 0);
        space(2);
    }

    /** One of several things. */
    public void item(String text) {
        block("P", words.phrase("• " + text, BODY, Font.NORMAL), 0);
    }

    /** A bold name and its value on one line. */
    public void fact(String name, String value) {
        block("P", led(name + ": ", value), 0);
    }

    /** @param leadIn may be empty */
    public void quotation(String leadIn, String text) {
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

    /** How many there are so far. */
    public int pages() {
        return pages;
    }

    /** The file; after {@link #close()}. */
    public byte[] bytes() {
        // The library makes up six letters for the part of the font that it puts in: they would differ each time.
        String file = out.toString(StandardCharsets.ISO_8859_1);
        return SUBSET.matcher(file).replaceAll("/CLAUSE+$1").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Nothing can be added after it. */
    public void close() {
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
            throw new IllegalStateException("The words could not be set on paper", e);
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
