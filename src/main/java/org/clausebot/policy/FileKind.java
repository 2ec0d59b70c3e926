package org.clausebot.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file is by its bytes, whatever its name says. */
enum FileKind {
    EMPTY("is empty", "Choose the file that holds the policy."),
    WORD("is a Word document", "Rename it so that it ends in .docx."),
    PDF("is a PDF", "Rename it so that it ends in .pdf."),
    WEB_PAGE("is a web page", "Rename it so that it ends in .html."),
    TEXT("is plain text", "Rename it so that it ends in .txt."),
    LOCKED_OFFICE(
            "is locked with a password",
            "Open it in Word, remove the password (File, Info, Protect Document), save it" + " and import that."),
    OLD_WORD("is a Word document of the old kind (.doc)", "Open it in Word and save it as .docx."),
    OLD_OFFICE("is an old Excel, PowerPoint or Outlook file", "Save the policy's text as .docx or .pdf."),
    RICH_TEXT("is a rich text file (.rtf)", "Open it in Word and save it as .docx."),
    OPEN_DOCUMENT("is an OpenDocument file (.odt)", "Open it in LibreOffice or Word and save it as .docx."),
    PAGES("is an Apple Pages document", "Open it in Pages and export it as Word or PDF."),
    SPREADSHEET("is an Excel spreadsheet", "Save the policy's text as .docx or .pdf."),
    PRESENTATION("is a PowerPoint presentation", "Save the policy's text as .docx or .pdf."),
    WEB_ARCHIVE("is a web archive or an e-mail", "Save the page as HTML only, or as .pdf."),
    WORD_XML("is a Word document saved as XML", "Open it in Word and save it as .docx."),
    ARCHIVE("is a zip archive", "Unpack it and import the policy in it."),
    PICTURE(
            "is a picture",
            "A picture has no words to read: run text recognition (OCR) on it, or import the document"
                    + " it was made from."),
    PROGRAM("is a program", "Choose the file that holds the policy."),
    UNKNOWN("is of a kind that is not known here", "Save the policy as .docx, .pdf, .md, .html or .txt.");

    private static final int SNIFFED = 4_096;
    private static final List<String> PICTURES =
            List.of("89504E47", "FFD8FF", "47494638", "49492A00", "4D4D002A", "424D", "38425053");
    private static final List<String> PROGRAMS = List.of("4D5A", "7F454C46", "CFFAEDFE", "CEFAEDFE", "CAFEBABE");
    private static final List<String> ARCHIVES = List.of("1F8B08", "377ABCAF271C", "526172211A07", "425A68");

    private final String is;
    private final String next;

    FileKind(String is, String next) {
        this.is = is;
        this.next = next;
    }

    /** What it is, to stand after its name: "is a PDF". */
    String is() {
        return is;
    }

    /** What to do with it, a sentence. */
    String next() {
        return next;
    }

    static FileKind of(byte[] bytes) {
        if (bytes.length == 0) {
            return EMPTY;
        }
        String hex = hex(bytes);
        if (hex.startsWith("504B0304") || hex.startsWith("504B0506")) {
            return packed(bytes);
        }
        if (hex.startsWith("D0CF11E0A1B11AE1")) {
            return compound(bytes);
        }
        String head = new String(bytes, 0, Math.min(bytes.length, SNIFFED), StandardCharsets.ISO_8859_1);
        if (head.substring(0, Math.min(head.length(), 1_024)).contains("%PDF-")) {
            return PDF;
        }
        if (head.startsWith("{\\rtf")) {
            return RICH_TEXT;
        }
        if (starts(hex, PICTURES) || (hex.startsWith("52494646") && head.startsWith("WEBP", 8)) || isHeic(head)) {
            return isText(bytes) ? words(head) : PICTURE;
        }
        if (starts(hex, ARCHIVES)) {
            return ARCHIVE;
        }
        if (starts(hex, PROGRAMS) && !isText(bytes)) {
            return PROGRAM;
        }
        return isText(bytes) ? words(head) : UNKNOWN;
    }

    private static FileKind words(String head) {
        String start = head.replaceFirst("^[\\u00EF\\u00BB\\u00BF\\s]+", "").toLowerCase(Locale.ROOT);
        boolean wordXml = start.contains("word.document") || start.contains("wordml");
        if ((start.startsWith("<?xml") && wordXml) || start.contains("office/2006/xmlpackage")) {
            return WORD_XML;
        }
        if (start.startsWith("<?xml") && start.contains("opendocument")) {
            return OPEN_DOCUMENT;
        }
        if (start.startsWith("mime-version:") || start.startsWith("from: <saved by")) {
            return WEB_ARCHIVE;
        }
        if (start.startsWith("#!/")) {
            return PROGRAM;
        }
        return start.startsWith("<!doctype html")
                        || start.startsWith("<html")
                        || (start.startsWith("<?xml") && start.contains("<html"))
                ? WEB_PAGE
                : TEXT;
    }

    /** Text has no null bytes, unless it is UTF-16 and says so. */
    private static boolean isText(byte[] bytes) {
        if (bytes.length >= 2
                && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE
                && (bytes[0] & bytes[1] & 0xFE) == 0xFE) {
            return true;
        }
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
        }
        int odd = 0;
        int seen = Math.min(bytes.length, SNIFFED);
        for (int i = 0; i < seen; i++) {
            odd += bytes[i] >= 0 && bytes[i] < 32 && "\t\n\r\f\u000B".indexOf(bytes[i]) < 0 ? 1 : 0;
        }
        return odd * 50 <= seen;
    }

    private static boolean isHeic(String head) {
        return head.startsWith("ftyphei", 4) || head.startsWith("ftypmif", 4) || head.startsWith("ftypavif", 4);
    }

    private static FileKind packed(byte[] bytes) {
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            Set<String> names = new HashSet<>();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                names.add(entry.getName().split("/", 2)[0]);
            }
            if (names.contains("word")) {
                return WORD;
            }
            if (names.contains("xl")) {
                return SPREADSHEET;
            }
            if (names.contains("ppt")) {
                return PRESENTATION;
            }
            if (names.contains("mimetype") && names.contains("content.xml")) {
                return OPEN_DOCUMENT;
            }
            if (names.contains("Index") || names.contains("Index.zip") || names.contains("index.apxl")) {
                return PAGES;
            }
            return names.contains("[Content_Types].xml") ? WORD : ARCHIVE;
        } catch (IOException | RuntimeException e) {
            // Cut short, so it cannot list what is in it; the names also stand before each entry.
            String start = new String(bytes, 0, Math.min(bytes.length, 1 << 20), StandardCharsets.ISO_8859_1);
            return start.contains("[Content_Types].xml") || start.contains("word/") ? WORD : ARCHIVE;
        }
    }

    private static FileKind compound(byte[] bytes) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (files.getRoot().hasEntry("EncryptedPackage")) {
                return LOCKED_OFFICE;
            }
            return files.getRoot().hasEntry("WordDocument") ? OLD_WORD : OLD_OFFICE;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return OLD_OFFICE;
        }
    }

    private static boolean starts(String hex, List<String> signatures) {
        return signatures.stream().anyMatch(hex::startsWith);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes, 0, Math.min(bytes.length, 8));
    }
}
