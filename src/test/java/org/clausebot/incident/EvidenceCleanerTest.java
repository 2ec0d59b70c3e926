package org.clausebot.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Calendar;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceCleanerTest {
    private static final String SECRET = "ZZSECRETZZ";
    private static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    private final EvidenceCleaner cleaner = new EvidenceCleaner();

    private EvidenceCleaner.Cleaned clean(String name, byte[] content) throws EvidenceRefusedException {
        return cleaner.clean("files", name, content);
    }

    /** 40 wide, 20 high; red at the left, blue at the right. */
    private static byte[] image(String format) {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 20, 20);
        pen.setColor(Color.BLUE);
        pen.fillRect(20, 0, 20, 20);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /** A JPEG with an Exif block: orientation and a secret. */
    private static byte[] jpeg(int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + SECRET.length());
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0).put(SECRET.getBytes(StandardCharsets.US_ASCII));
        byte[] plain = image("jpeg");
        ByteBuffer all = ByteBuffer.allocate(plain.length + 4 + exif.capacity());
        all.put(plain, 0, 2);
        all.putShort((short) 0xFFE1).putShort((short) (exif.capacity() + 2)).put(exif.array());
        all.put(plain, 2, plain.length - 2);
        return all.array();
    }

    private static byte[] png(String chunk, byte[] data) {
        byte[] plain = image("png");
        int end = plain.length - 12;
        ByteBuffer all = ByteBuffer.allocate(plain.length + 12 + data.length);
        byte[] named = new byte[4 + data.length];
        System.arraycopy(chunk.getBytes(StandardCharsets.US_ASCII), 0, named, 0, 4);
        System.arraycopy(data, 0, named, 4, data.length);
        CRC32 sum = new CRC32();
        sum.update(named);
        all.put(plain, 0, end).putInt(data.length).put(named).putInt((int) sum.getValue());
        all.put(plain, end, 12);
        return all.array();
    }

    private static boolean contains(byte[] bytes, String words) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(words);
    }

    private static BufferedImage read(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void a_png_is_drawn_anew_without_its_words() throws Exception {
        byte[] content = png("tEXt", ("Comment\0" + SECRET).getBytes(StandardCharsets.ISO_8859_1));
        EvidenceCleaner.Cleaned cleaned = clean("../../screen print.PNG", content);
        assertThat(contains(content, SECRET)).isTrue();
        assertThat(contains(cleaned.clean(), SECRET)).isFalse();
        assertThat(new Color(read(cleaned.clean()).getRGB(5, 5))).isEqualTo(Color.RED);
        assertThat(cleaned.file().name()).isEqualTo("screen print.png");
        assertThat(cleaned.file().kind()).isEqualTo("image/png");
        assertThat(cleaned.file().bytes()).isEqualTo(content.length);
        assertThat(cleaned.file().sha256()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource({"1, 40, 20, 5, 10", "3, 40, 20, 35, 10", "6, 20, 40, 10, 5", "8, 20, 40, 10, 35", "2, 40, 20, 35, 10"})
    void a_photograph_stays_upright_without_its_metadata(int orientation, int width, int height, int redX, int redY)
            throws Exception {
        byte[] cleaned = clean("IMG_1.jpeg", jpeg(orientation)).clean();
        assertThat(contains(cleaned, SECRET)).isFalse();
        assertThat(contains(cleaned, "Exif")).isFalse();
        BufferedImage image = read(cleaned);
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        Color red = new Color(image.getRGB(redX, redY));
        assertThat(red.getRed()).isGreaterThan(200);
        assertThat(red.getBlue()).isLessThan(60);
    }

    @Test
    void a_webp_gets_a_clean_copy_as_png() throws Exception {
        EvidenceCleaner.Cleaned cleaned = clean("chat.webp", WEBP);
        assertThat(cleaned.file().kind()).isEqualTo("image/webp");
        assertThat(EvidenceCleaner.cleanCopy(cleaned.file()).kind()).isEqualTo("image/png");
        assertThat(EvidenceCleaner.cleanCopy(cleaned.file()).name()).isEqualTo("chat.png");
        assertThat(read(cleaned.clean()).getWidth()).isEqualTo(1);
    }

    @Test
    void the_size_in_the_header_decides_before_anything_is_unpacked() {
        byte[] huge = image("png");
        ByteBuffer.wrap(huge).putInt(16, 10_000).putInt(20, 4_001);
        CRC32 sum = new CRC32();
        sum.update(huge, 12, 17);
        ByteBuffer.wrap(huge).putInt(29, (int) sum.getValue());
        assertThatThrownBy(() -> clean("huge.png", huge)).hasMessageContaining("40 million");
    }

    @Test
    void a_large_picture_becomes_a_smaller_clean_copy() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(5_000, 4_000, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        BufferedImage image = read(clean("large.png", bytes.toByteArray()).clean());
        assertThat((long) image.getWidth() * image.getHeight()).isBetween(1_000_000L, 8_000_000L);
    }

    private static byte[] pdf(boolean locked) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            PDDocumentInformation information = new PDDocumentInformation();
            information.setAuthor(SECRET + "1");
            information.setCreationDate(Calendar.getInstance());
            document.setDocumentInformation(information);
            PDMetadata xmp = new PDMetadata(document);
            xmp.importXMPMetadata((SECRET + "2").getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(xmp);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript(SECRET + "3"));
            PDEmbeddedFile embedded = new PDEmbeddedFile(
                    document, new ByteArrayInputStream((SECRET + "4").getBytes(StandardCharsets.UTF_8)));
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("a.txt");
            file.setEmbeddedFile(embedded);
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(java.util.Map.of("a", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            if (locked) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    @Test
    void a_pdf_is_written_anew_without_what_it_does_not_show() throws Exception {
        byte[] content = pdf(false);
        assertThat(List.of("1", "2", "3", "4")).allMatch(n -> contains(content, SECRET + n));
        byte[] cleaned = clean("letter.pdf", content).clean();
        assertThat(contains(cleaned, SECRET)).isFalse();
        try (PDDocument document = Loader.loadPDF(cleaned)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
            assertThat(document.getDocumentCatalog().getCOSObject().containsKey(COSName.OPEN_ACTION))
                    .isFalse();
        }
    }

    @Test
    void a_locked_pdf_is_refused() throws Exception {
        byte[] content = pdf(true);
        assertThatThrownBy(() -> clean("letter.pdf", content)).isInstanceOf(EvidenceRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "PK\u0003\u0004....",
                "MZ\u0090\u0000\u0003",
                "GIF89a\u0001\u0000\u0001\u0000",
                "#!/bin/sh\nrm -rf /",
                "text with a \u0000 in it",
                ""
            })
    void anything_else_is_refused_whatever_it_is_called(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        for (String name : List.of("a.png", "a.txt", "a.pdf")) {
            assertThatThrownBy(() -> clean(name, bytes)).isInstanceOf(EvidenceRefusedException.class);
        }
    }

    @Test
    void more_than_ten_megabytes_are_refused() {
        byte[] large = new byte[EvidenceCleaner.MOST_BYTES + 1];
        Arrays.fill(large, (byte) 'a');
        assertThatThrownBy(() -> clean("a.txt", large)).hasMessageContaining("10 MB");
    }

    @Test
    void text_keeps_its_lines_and_loses_what_is_hidden() throws Exception {
        byte[] windows = "It\u2019s caf\u00e9\r\n".getBytes(java.nio.charset.Charset.forName("windows-1252"));
        assertThat(new String(clean("a.txt", windows).clean(), StandardCharsets.UTF_8))
                .isEqualTo("It\u2019s caf\u00e9\n");
        byte[] hidden = "a\u202Eb\u001B[31mc\td".getBytes(StandardCharsets.UTF_8);
        assertThat(CleanText.of(new String(hidden, StandardCharsets.UTF_8))).isEqualTo("ab[31mc\td");
    }

    @Test
    void a_damaged_file_is_refused_with_words_and_nothing_else() throws Exception {
        Random random = new Random(7);
        for (byte[] whole : List.of(image("png"), jpeg(6), WEBP, pdf(false))) {
            for (int i = 0; i < 150; i++) {
                byte[] damaged =
                        Arrays.copyOf(whole, random.nextInt(3) == 0 ? random.nextInt(whole.length) : whole.length);
                for (int n = 0; n < 1 + random.nextInt(8) && damaged.length > 12; n++) {
                    damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
                }
                try {
                    assertThat(clean("a", damaged).clean()).isNotEmpty();
                } catch (EvidenceRefusedException e) {
                    assertThat(e).hasMessageContaining("not kept");
                }
            }
        }
    }
}
