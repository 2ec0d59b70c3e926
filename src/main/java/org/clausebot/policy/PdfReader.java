package org.clausebot.policy;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads PDFs by the places of their characters: PDFBox gives the characters, and lines, columns, tables and paragraphs
 * are found here. A PDF that was locked against copying is refused even where its words could be had.
 */
final class PdfReader implements DocumentReader {
    static final int MOST_PAGES = 1_000;
    private static final int MOST_OBJECTS = 500_000;
    private static final int LEAST_LETTERS = 20;
    private static final String DAMAGED = "This PDF is damaged or incomplete, perhaps because its download or copy was"
            + " cut short. Fetch it again, or save it again from the program that made it.";

    @Override
    public Blocks read(byte[] bytes) throws UnreadableDocumentException {
        Deadline deadline = Deadline.in(Deadline.READING);
        FileKind kind = FileKind.of(bytes);
        if (kind != FileKind.PDF) {
            throw new UnreadableDocumentException("This is no PDF: it " + kind.is() + ". " + kind.next());
        }
        PdfGuard.check(bytes, deadline);
        PlainFonts.install();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            check(document);
            List<PdfGlyphs.Page> pages = new PdfGlyphs(deadline).pages(document);
            requireWords(pages);
            Blocks blocks = PdfBlocks.of(pages, deadline);
            if (blocks.blocks().isEmpty()) {
                throw new UnreadableDocumentException(DAMAGED);
            }
            return blocks;
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocumentException(
                    "This PDF is locked with a password. Remove the password in the program that set it, save it and"
                            + " import that.",
                    e);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocumentException(DAMAGED, e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new UnreadableDocumentException("This PDF is built too large or too deep to be a policy. Print it to"
                    + " a new PDF and import that.");
        }
    }

    private static void check(PDDocument document) throws UnreadableDocumentException {
        if (document.isEncrypted() && !document.getCurrentAccessPermission().canExtractContent()) {
            throw new UnreadableDocumentException("This PDF is protected against copying its words. Ask whoever made it"
                    + " for one without protection, or for the Word document.");
        }
        if (document.getNumberOfPages() > MOST_PAGES
                || document.getDocument().getXrefTable().size() > MOST_OBJECTS) {
            throw new UnreadableDocumentException("This PDF has more than " + MOST_PAGES
                    + " pages or far too many parts to be a policy. Split it and import the parts that are policies.");
        }
    }

    private static void requireWords(List<PdfGlyphs.Page> pages) throws UnreadableDocumentException {
        long letters = 0;
        long garbage = 0;
        for (PdfGlyphs.Page page : pages) {
            for (PdfGlyphs.Glyph glyph : page.glyphs()) {
                int c = glyph.words().codePointAt(0);
                letters += Character.isLetter(c) ? 1 : 0;
                garbage += c == 0xFFFD || Character.getType(c) == Character.PRIVATE_USE ? 1 : 0;
            }
        }
        if (letters < LEAST_LETTERS) {
            throw new UnreadableDocumentException("This PDF has no words in it, only pictures of pages, as a scanner"
                    + " makes. Import the document it was printed from, or run text recognition (OCR) on it first.");
        }
        if (garbage > letters) {
            throw new UnreadableDocumentException("The words of this PDF cannot be read, because it does not say which"
                    + " letters it prints. Import the document it was made from, or run text recognition (OCR) on it.");
        }
    }
}
