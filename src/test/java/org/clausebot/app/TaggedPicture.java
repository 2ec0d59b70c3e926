package org.clausebot.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** A screen print as a phone makes it: a PNG that also says whose it is and where it was made. */
final class TaggedPicture {
    private static final int AFTER_HEADER = 33;

    private TaggedPicture() {}

    static byte[] png(String words) throws IOException {
        BufferedImage picture = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(30, 20, 0xFFFFFF);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", plain);
        byte[] bytes = plain.toByteArray();
        ByteArrayOutputStream tagged = new ByteArrayOutputStream();
        tagged.write(bytes, 0, AFTER_HEADER);
        chunk(tagged, "tEXt", ("Author\0" + words).getBytes(StandardCharsets.ISO_8859_1));
        chunk(tagged, "eXIf", ("II*\0\b\0\0\0\0\0\0\0\0\0" + words).getBytes(StandardCharsets.ISO_8859_1));
        tagged.write(Arrays.copyOfRange(bytes, AFTER_HEADER, bytes.length));
        return tagged.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream to, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
