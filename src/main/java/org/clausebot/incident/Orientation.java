package org.clausebot.incident;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera held its picture: the tag 0x0112 of Exif 2.32, 4.6.4. Damaged data means upright, which is how most
 * programs show it.
 *
 * @param code 1 (upright) to 8
 */
record Orientation(int code) {
    private static final Orientation UPRIGHT = new Orientation(1);
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final int MARKER = 0xFF;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int ENTRY = 12;

    Orientation {
        if (code < 1 || code > 8) {
            throw new IllegalArgumentException("Exif knows eight orientations");
        }
    }

    static Orientation of(byte[] content, String format) {
        try {
            return switch (format) {
                case "jpeg" -> jpeg(ByteBuffer.wrap(content));
                case "webp" -> chunk(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN), 12, false, "EXIF");
                case "png" -> chunk(ByteBuffer.wrap(content), 8, true, "eXIf");
                default -> UPRIGHT;
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            return UPRIGHT;
        }
    }

    /** Whether width and height change places. */
    boolean swaps() {
        return code >= 5;
    }

    /** The turn and mirroring that set a picture of this stored size upright. */
    AffineTransform upright(int width, int height) {
        return switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static Orientation jpeg(ByteBuffer bytes) {
        int at = 2;
        while ((bytes.get(at) & 0xFF) == MARKER) {
            int kind = bytes.get(at + 1) & 0xFF;
            int length = bytes.getShort(at + 2) & 0xFFFF;
            if (kind == START_OF_SCAN || length < 2) {
                return UPRIGHT;
            }
            if (kind == APP1 && startsWithExif(bytes, at + 4)) {
                return tiff(bytes.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static boolean startsWithExif(ByteBuffer bytes, int at) {
        for (int i = 0; i < EXIF.length; i++) {
            if (bytes.get(at + i) != EXIF[i]) {
                return false;
            }
        }
        return true;
    }

    /** In PNG the length stands before the name and a checksum after the data; in WebP data are of even length. */
    private static Orientation chunk(ByteBuffer bytes, int first, boolean png, String wanted) {
        for (int at = first; at + 8 <= bytes.limit(); ) {
            int length = bytes.getInt(png ? at : at + 4);
            byte[] name = new byte[4];
            bytes.get(png ? at + 4 : at, name);
            if (length < 0) {
                return UPRIGHT;
            }
            if (new String(name, StandardCharsets.US_ASCII).equals(wanted)) {
                int skip = startsWithExif(bytes, at + 8) ? EXIF.length : 0;
                return tiff(bytes.slice(at + 8 + skip, length - skip));
            }
            at = Math.addExact(at, Math.addExact(8 + (png ? 4 : length & 1), length));
        }
        return UPRIGHT;
    }

    private static Orientation tiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + i * ENTRY;
            if ((tiff.getShort(at) & 0xFFFF) == TAG) {
                return new Orientation(tiff.getShort(at + 8));
            }
        }
        return UPRIGHT;
    }
}
