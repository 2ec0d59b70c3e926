package org.clausebot.incident;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.clausebot.policy.Sha256;

/** Takes pictures, PDFs and plain text, told by their content and not by their name, and makes a clean copy of each. */
final class EvidenceCleaner {
    static final int MOST_BYTES = 10 * 1024 * 1024;
    static final int MOST_FILES = 10;
    private static final String WEBP = "image/webp";

    private final Detector detector = new DefaultDetector();

    /**
     * A file that was taken.
     *
     * @param file about the original
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, to be sealed
    record Cleaned(Kept.File file, byte[] clean) {}

    /** @throws EvidenceRefusedException with words for the person */
    Cleaned clean(String step, String fileName, byte[] content) throws EvidenceRefusedException {
        if (content.length == 0) {
            throw new EvidenceRefusedException("This file is empty, so it was not kept.");
        }
        if (content.length > MOST_BYTES) {
            throw new EvidenceRefusedException(
                    "This file is larger than 10 MB, so it was not kept. Send a smaller copy, or only the part that"
                            + " matters.");
        }
        String kind = kind(content);
        byte[] clean = switch (kind) {
            case "image/png" -> CleanImage.of(content, "png");
            case "image/jpeg" -> CleanImage.of(content, "jpeg");
            case WEBP -> CleanImage.of(content, "webp");
            case "application/pdf" -> CleanPdf.of(content);
            case "text/plain" -> CleanText.file(content).orElseThrow(EvidenceCleaner::notTaken);
            default -> throw notTaken();
        };
        String name = CleanText.fileName(fileName, ending(kind));
        return new Cleaned(new Kept.File(step, name, kind, content.length, Sha256.hex(content)), clean);
    }

    private static String ending(String kind) {
        return switch (kind) {
            case "image/jpeg" -> "jpg";
            case "text/plain" -> "txt";
            default -> kind.substring(kind.indexOf('/') + 1);
        };
    }

    /** The name and kind of the clean copy: as the original's, but a WebP becomes a PNG. */
    static Kept.File cleanCopy(Kept.File file) {
        return file.kind().equals(WEBP)
                ? new Kept.File(
                        file.step(), CleanText.fileName(file.name(), "png"), "image/png", file.bytes(), file.sha256())
                : file;
    }

    private static EvidenceRefusedException notTaken() {
        return new EvidenceRefusedException("Only pictures (PNG, JPEG, WebP), PDFs and plain text can be added, so this"
                + " file was not kept. A screen print of it would do.");
    }

    private String kind(byte[] content) {
        try {
            // No file name: what it is called must not decide what it is.
            return detector.detect(new ByteArrayInputStream(content), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory cannot be read", e);
        }
    }
}
