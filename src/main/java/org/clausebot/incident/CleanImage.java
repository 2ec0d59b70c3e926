package org.clausebot.incident;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws an image anew, upright, so that nothing is left of its file but what it shows: no place, no camera, no thumbnail
 * of what was cut away. A large image becomes smaller; the sealed original stays as it was.
 */
final class CleanImage {
    private static final long MOST_PIXELS = 40_000_000;
    private static final long KEPT_PIXELS = 8_000_000;
    private static final float QUALITY = 0.9f;

    /** An image takes many times its file's size while it is drawn, so one at a time. */
    private static final Semaphore ONE = new Semaphore(1);

    private CleanImage() {}

    /** @param format {@code png}, {@code jpeg} or {@code webp}; a WebP becomes a PNG */
    static byte[] of(byte[] content, String format) throws EvidenceRefusedException {
        ONE.acquireUninterruptibly();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
            if (!readers.hasNext()) {
                throw new IllegalStateException("The program lacks its reader of " + format);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                BufferedImage drawn = draw(read(reader), Orientation.of(content, format), format.equals("jpeg"));
                return write(drawn, format.equals("jpeg") ? "jpeg" : "png");
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new EvidenceRefusedException("This picture is damaged or of a rare kind, so it was not kept. Open it,"
                    + " save it again as a PNG or JPEG, or take a screen print of it, and send that.");
        } catch (OutOfMemoryError e) {
            throw tooLarge();
        } finally {
            ONE.release();
        }
    }

    private static EvidenceRefusedException tooLarge() {
        return new EvidenceRefusedException("This picture has too many pixels (more than 40 million), so it was not"
                + " kept. Save it smaller, or take a screen print of it, and send that.");
    }

    /** The size is in the header: it is known before anything is unpacked. */
    private static BufferedImage read(ImageReader reader) throws IOException, EvidenceRefusedException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw tooLarge();
        }
        ImageReadParam how = reader.getDefaultReadParam();
        int every = (int) Math.ceil(Math.sqrt((double) width * height / KEPT_PIXELS));
        if (every > 1) {
            how.setSourceSubsampling(every, every, 0, 0);
        }
        return reader.read(0, how);
    }

    private static BufferedImage draw(BufferedImage image, Orientation orientation, boolean opaque) {
        int width = orientation.swaps() ? image.getHeight() : image.getWidth();
        int height = orientation.swaps() ? image.getWidth() : image.getHeight();
        boolean plain = opaque || !image.getColorModel().hasAlpha();
        BufferedImage drawn =
                new BufferedImage(width, height, plain ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawn.createGraphics();
        try {
            AffineTransform upright = orientation.upright(image.getWidth(), image.getHeight());
            pen.drawImage(image, upright, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static byte[] write(BufferedImage image, String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
