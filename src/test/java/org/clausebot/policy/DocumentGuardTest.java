package org.clausebot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class DocumentGuardTest {
    private static final Path WORD = Path.of("src/test/resources/policies/word/lettings.docx");
    private static final Path PDF = Path.of("src/test/resources/policies/pdf/lettings.pdf");
    private static final Path SCANNED = Path.of("src/test/resources/policies/pdf/scanned.pdf");

    private final DocumentGuard guard = new DocumentGuard();

    private Blocks read(String name, byte[] bytes) throws UnreadableDocumentException {
        return switch (DocumentGuard.check(name, bytes)) {
            case WORD -> guard.within(() -> new DocxReader().read(bytes));
            case PDF -> guard.within(() -> new PdfReader().read(bytes));
            case MARKDOWN, HTML, TEXT, SPLIT -> throw new AssertionError("not in this test");
        };
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String name, byte[] bytes) {
        return assertThatThrownBy(() -> read(name, bytes)).isInstanceOf(UnreadableDocumentException.class);
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    /** The document with {@code part} replaced by what {@code words} writes. */
    private static byte[] withPart(String part, Writing words) throws IOException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(made);
                ZipInputStream old = new ZipInputStream(Files.newInputStream(WORD))) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (ZipEntry entry = old.getNextEntry(); entry != null; entry = old.getNextEntry()) {
                if (!entry.getName().equals(part)) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    old.transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry(part));
            words.to(zip);
        }
        return made.toByteArray();
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static void zeros(OutputStream out, int megabytes) throws IOException {
        byte[] some = new byte[1 << 20];
        Arrays.fill(some, (byte) ' ');
        for (int i = 0; i < megabytes; i++) {
            out.write(some);
        }
    }

    @Test
    void sound_documents_are_read() throws Exception {
        assertThat(read("lettings.docx", Files.readAllBytes(WORD)).blocks()).isNotEmpty();
        assertThat(read("LETTINGS.PDF", Files.readAllBytes(PDF)).blocks()).isNotEmpty();
    }

    @Test
    void a_locked_word_document_is_refused() throws Exception {
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("brackenfield");
            try (OutputStream out = encryptor.getDataStream(files)) {
                Files.copy(WORD, out);
            }
            files.writeFilesystem(locked);
        }
        assertRefused("lettings.docx", locked.toByteArray()).hasMessageContaining("remove the password");
    }

    private static byte[] lockedPdf(String password, boolean mayCopy) throws IOException {
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(PDF))) {
            AccessPermission permission = new AccessPermission();
            permission.setCanExtractContent(mayCopy);
            document.protect(new StandardProtectionPolicy("owner", password, permission));
            document.save(locked);
        }
        return locked.toByteArray();
    }

    @Test
    void a_locked_pdf_is_refused() throws Exception {
        assertRefused("lettings.pdf", lockedPdf("brackenfield", true)).hasMessageContaining("Remove the password");
    }

    @Test
    void a_pdf_that_forbids_copying_is_refused() throws Exception {
        assertRefused("lettings.pdf", lockedPdf("", false)).hasMessageContaining("protected against copying");
    }

    @Test
    void a_pdf_that_is_encrypted_but_open_to_all_is_read() throws Exception {
        assertThat(read("lettings.pdf", lockedPdf("", true)).blocks()).isNotEmpty();
    }

    @Test
    void a_scanned_pdf_is_refused_and_sent_to_text_recognition() throws Exception {
        assertRefused("scanned.pdf", Files.readAllBytes(SCANNED)).hasMessageContaining("OCR");
    }

    @Test
    void truncated_documents_are_refused() throws Exception {
        byte[] word = Files.readAllBytes(WORD);
        assertRefused("lettings.docx", Arrays.copyOf(word, word.length / 2)).hasMessageContaining("incomplete");
        byte[] pdf = Files.readAllBytes(PDF);
        assertRefused("lettings.pdf", Arrays.copyOf(pdf, 400)).hasMessageContaining("incomplete");
    }

    @ParameterizedTest
    @CsvSource({
        "policy.docx, '%PDF-1.7 ', is a PDF",
        "policy.pdf, 'plain words', is plain text",
        "policy.docx, '{\\rtf1\\ansi Policy}', is a rich text file",
        "policy.doc, '{\\rtf1\\ansi Policy}', save it as .docx",
        "policy.doc, '<html><body>Policy', is a web page",
        "policy.txt, '<!DOCTYPE html><html>', Rename it so that it ends in .html",
        "policy.txt, '%PDF-1.4 ', Rename it so that it ends in .pdf",
        "policy.xlsx, 'words', '.docx, .pdf, .md, .html or .txt'",
        "policy.html, 'MIME-Version: 1.0', is a web archive",
        "policy, 'words', Rename it so that it ends in .txt",
        "policy.txt, '', is empty",
        "policy.md, '  ', is empty",
    })
    void a_file_that_is_not_what_its_name_says_is_named_for_what_it_is(String name, String start, String message) {
        assertRefused(name, bytes(start)).hasMessageContaining(message);
    }

    @Test
    void pictures_programs_and_other_archives_are_named() throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0, 0, 0, 13};
        assertRefused("scan.pdf", png).hasMessageContaining("is a picture").hasMessageContaining("OCR");
        byte[] program = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0};
        assertRefused("policy.docx", program).hasMessageContaining("is a program");
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
        }
        assertRefused("policy.docx", archive.toByteArray()).hasMessageContaining("is an Excel spreadsheet");
    }

    @Test
    void a_file_over_the_limit_is_refused_without_being_read(@TempDir Path folder) throws Exception {
        Path large = folder.resolve("policy.pdf");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(100L * 1024 * 1024);
        }
        assertThatThrownBy(() -> DocumentGuard.load(large))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("larger than 20 MB");
    }

    @Test
    void a_folder_and_a_missing_file_are_refused(@TempDir Path folder) {
        assertThatThrownBy(() -> DocumentGuard.load(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> DocumentGuard.load(folder.resolve("none.txt")))
                .hasMessageContaining("no file none.txt");
    }

    @Test
    void a_zip_bomb_is_refused() throws Exception {
        byte[] bomb = withPart("word/media/image1.bmp", out -> zeros(out, 400));
        assertThat(bomb.length).isLessThan(1_000_000);
        assertRefused("lettings.docx", bomb).hasMessageContaining("unpacks to far more");
        assertRefused("lettings.docx", withPart("word/document.xml", out -> zeros(out, 60)))
                .hasMessageContaining("unpacks to far more");
    }

    @Test
    void a_document_of_too_many_or_too_deep_elements_is_refused() throws Exception {
        byte[] deep = withPart("word/document.xml", out -> {
            out.write(bytes(
                    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"));
            out.write(bytes("<w:tbl><w:tr><w:tc>".repeat(100_000)));
        });
        assertRefused("lettings.docx", deep).hasMessageContaining("too large or too deep");
        byte[] wide = withPart("word/document.xml", out -> {
            out.write(bytes(
                    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"));
            for (int i = 0; i < 2_000; i++) {
                out.write(bytes("<w:p/>".repeat(1_000)));
            }
            out.write(bytes("</w:body></w:document>"));
        });
        assertRefused("lettings.docx", wide).hasMessageContaining("too large or too deep");
    }

    @Test
    void xml_entities_are_refused_whether_they_swell_or_reach_out(@TempDir Path folder) throws Exception {
        StringBuilder swelling = new StringBuilder("<!DOCTYPE w [<!ENTITY a 'ha'>");
        for (char c = 'b'; c < 'z'; c++) {
            swelling.append("<!ENTITY ")
                    .append(c)
                    .append(" '")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("'>");
        }
        String body = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p>"
                + "<w:r><w:t>&y;</w:t></w:r></w:p></w:body></w:document>";
        assertRefused("lettings.docx", withPart("word/document.xml", out -> out.write(bytes(swelling + "]>" + body))))
                .hasMessageContaining("entities");
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the alarm code is 1234");
        String reaching = "<!DOCTYPE w [<!ENTITY y SYSTEM '" + secret.toUri() + "'>]>" + body;
        assertRefused("lettings.docx", withPart("word/document.xml", out -> out.write(bytes(reaching))))
                .hasMessageContaining("entities");
    }

    @Test
    void a_pdf_bomb_is_refused() throws Exception {
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(bytes("%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode /Length 400000 >>\nstream\n"));
        byte[] zeros = new byte[1 << 20];
        byte[] packed = new byte[1 << 16];
        for (int i = 0; i <= 400; i++) {
            deflater.setInput(zeros);
            if (i == 400) {
                deflater.finish();
            }
            for (int n = deflater.deflate(packed); n > 0; n = deflater.deflate(packed)) {
                bomb.write(packed, 0, n);
            }
        }
        deflater.end();
        bomb.writeBytes(bytes("\nendstream\nendobj\n"));
        assertRefused("policy.pdf", bomb.toByteArray()).hasMessageContaining("unpacks to far more");
    }

    @Test
    void a_pdf_whose_drawing_never_ends_is_refused_in_time() {
        // Each form draws the one below it ten times: ten to the power of twelve drawings.
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>"
                + "/Contents 20 0 R>>endobj\n");
        for (int i = 4; i < 17; i++) {
            String draw = i == 16 ? "q Q" : "/F Do ".repeat(10);
            pdf.append(i + " 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F " + (i + 1)
                    + " 0 R>>>>/Length " + draw.length() + ">>stream\n" + draw + "\nendstream endobj\n");
        }
        pdf.append("20 0 obj<</Length 5>>stream\n/F Do\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
        assertRefused("policy.pdf", bytes(pdf.toString())).hasMessageContaining("too long");
    }

    @Test
    void a_reader_that_hangs_is_left_behind_and_keeps_its_place_until_it_ends() throws Exception {
        DocumentGuard impatient = new DocumentGuard(Duration.ofMillis(200), 1);
        CountDownLatch end = new CountDownLatch(1);
        DocumentReader stuck = bytes -> {
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
            throw new UnreadableDocumentException("over");
        };
        assertThatThrownBy(() -> impatient.within(() -> stuck.read(new byte[0])))
                .hasMessageContaining("too long");
        byte[] word = Files.readAllBytes(WORD);
        assertThatThrownBy(() -> impatient.within(() -> new DocxReader().read(word)))
                .hasMessageContaining("Other documents are being read");
        end.countDown();
        Blocks[] read = new Blocks[1];
        for (int i = 0; i < 200 && read[0] == null; i++) {
            try {
                read[0] = impatient.within(() -> new DocxReader().read(word));
            } catch (UnreadableDocumentException e) {
                assertThat(e).hasMessageContaining("too long");
            }
        }
        assertThat(read[0]).isNotNull();
    }

    @Test
    void whatever_a_reader_throws_becomes_a_refusal() {
        DocumentReader broken = bytes -> {
            throw new StackOverflowError("deep");
        };
        assertThatThrownBy(() -> guard.within(() -> broken.read(new byte[0])))
                .isInstanceOf(UnreadableDocumentException.class);
    }
}
