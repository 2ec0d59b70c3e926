package org.clausebot.incident;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Writes a PDF anew without what it does not show: who made it, on what and when (information, XMP), programs, files
 * within it, forms and things that act by themselves.
 */
final class CleanPdf {
    private static final int MOST_PAGES = 500;
    private static final int MOST_OBJECTS = 200_000;
    private static final long MOST_UNPACKED = 100L * 1024 * 1024;
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final Semaphore ONE = new Semaphore(1);

    /** Keys that are taken out of every dictionary of the file (ISO 32000-2, 7.7, 12.6, 12.7, 14.3). */
    private static final List<COSName> TAKEN_OUT = Stream.of(
                    "Metadata",
                    "PieceInfo",
                    "OpenAction",
                    "AA",
                    "A",
                    "PA",
                    "JS",
                    "JavaScript",
                    "EmbeddedFiles",
                    "EF",
                    "AF",
                    "Collection",
                    "XFA",
                    "AcroForm",
                    "RichMediaContent",
                    "RichMediaSettings",
                    "LastModified",
                    "Thumb",
                    "OnInstantiate",
                    "URI",
                    "SpiderInfo",
                    "Perms",
                    "DSS",
                    "Legal",
                    "AuthorName")
            .map(COSName::getPDFName)
            .toList();

    private CleanPdf() {}

    static byte[] of(byte[] content) throws EvidenceRefusedException {
        ONE.acquireUninterruptibly();
        try {
            requireModest(content);
            return clean(content);
        } catch (IOException | RuntimeException e) {
            throw new EvidenceRefusedException("This PDF is damaged or locked with a password, so it was not kept. Open"
                    + " it, print it to a new PDF and send that.");
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw tooLarge();
        } finally {
            ONE.release();
        }
    }

    private static byte[] clean(byte[] content) throws IOException, EvidenceRefusedException {
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw new EvidenceRefusedException(
                        "This PDF is protected, so it was not kept. Print it to a new PDF" + " and send that.");
            }
            int pages = document.getNumberOfPages();
            if (pages > MOST_PAGES || document.getDocument().getXrefTable().size() > MOST_OBJECTS) {
                throw tooLarge();
            }
            if (pages == 0) {
                throw new IOException("no pages");
            }
            strip(document.getDocument().getTrailer());
            document.setDocumentInformation(new PDDocumentInformation());
            document.getDocument().getTrailer().removeItem(COSName.INFO);
            document.getDocument().getTrailer().removeItem(COSName.ID);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static void strip(COSDictionary trailer) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> left = new ArrayDeque<>();
        left.add(trailer);
        while (!left.isEmpty()) {
            COSBase at = left.pop();
            COSBase base = at instanceof COSObject object ? object.getObject() : at;
            if (base == null || !seen.add(base)) {
                continue;
            }
            switch (base) {
                case COSDictionary dictionary -> {
                    TAKEN_OUT.forEach(dictionary::removeItem);
                    dictionary.getValues().forEach(left::push);
                }
                case COSArray array -> array.forEach(item -> push(left, item));
                default -> {}
            }
        }
    }

    private static void push(Deque<COSBase> left, COSBase item) {
        if (item != null) {
            left.push(item);
        }
    }

    /** Unpacks the packed streams once without keeping them, before the library unpacks some of them in memory. */
    private static void requireModest(byte[] bytes) throws EvidenceRefusedException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        for (int at = 0; at + STREAM.length + 4 < bytes.length; at++) {
            if (bytes[at] != 's' || !isStream(bytes, at)) {
                continue;
            }
            int from = at + STREAM.length;
            while (from < bytes.length - 1 && (bytes[from] == '\r' || bytes[from] == '\n')) {
                from++;
            }
            total += unpacked(bytes, from, buffer, MOST_UNPACKED - total);
            if (total > MOST_UNPACKED) {
                throw tooLarge();
            }
        }
    }

    private static boolean isStream(byte[] bytes, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (bytes[at + i] != STREAM[i]) {
                return false;
            }
        }
        return at == 0 || bytes[at - 1] != 'd'; // not "endstream"
    }

    private static long unpacked(byte[] bytes, int from, byte[] buffer, long most) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            long read = 0;
            for (int n = inflater.inflate(buffer); n > 0 && read <= most; n = inflater.inflate(buffer)) {
                read += n;
            }
            return read;
        } catch (DataFormatException e) {
            return 0; // not packed this way, or damaged: the library reads no further either
        } finally {
            inflater.end();
        }
    }

    private static EvidenceRefusedException tooLarge() {
        return new EvidenceRefusedException("This PDF is too large inside (more than " + MOST_PAGES
                + " pages, or far too many parts), so it was not kept. Send only the pages that matter.");
    }
}
