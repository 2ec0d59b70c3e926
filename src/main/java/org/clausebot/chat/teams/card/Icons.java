package org.clausebot.chat.teams.card;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * The app's pictures, drawn: a speech bubble with the sign of a clause (§) made of two hooks. The same bytes each time.
 */
public final class Icons {
    /** The accent colour of the app, as its manifest has it. */
    public static final Color ACCENT = new Color(0x1F4E5F);

    private static final Color PAPER = new Color(0xF7F4EC);

    /** The drawing is laid out on a square of this side. */
    private static final double SIDE = 192;

    private Icons() {}

    /** 192 x 192 pixels, in full colour, as a PNG. */
    public static byte[] colour() {
        BufferedImage image = new BufferedImage(192, 192, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.setColor(ACCENT);
        pen.fillRect(0, 0, 192, 192);
        pen.setColor(PAPER);
        pen.fill(bubble(0));
        pen.setColor(ACCENT);
        pen.setStroke(new BasicStroke(11, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(section());
        pen.dispose();
        return png(image);
    }

    /** 32 x 32 pixels, white lines on nothing, as a PNG. */
    public static byte[] outline() {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image);
        // Teams wants no margin of ours, and lines of a twelfth of the side can still be seen.
        pen.translate(SIDE / 2, SIDE / 2);
        pen.scale(1.22, 1.22);
        pen.translate(-SIDE / 2, -SIDE / 2);
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(11, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(bubble(4));
        pen.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(section());
        pen.dispose();
        return png(image);
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(image.getWidth() / SIDE, image.getHeight() / SIDE);
        return pen;
    }

    /** @param in by how much it is smaller on each side */
    private static Area bubble(double in) {
        Area bubble =
                new Area(new RoundRectangle2D.Double(26 + in, 22 + in, 140 - 2 * in, 126 - 2 * in, 44 - in, 44 - in));
        Path2D tail = new Path2D.Double();
        tail.moveTo(50 + in, 130);
        tail.lineTo(50 + in, 174 - 2 * in);
        tail.lineTo(96 - in, 146 - in);
        tail.closePath();
        bubble.add(new Area(tail));
        return bubble;
    }

    private static Path2D section() {
        Path2D sign = new Path2D.Double();
        hook(sign, 1);
        hook(sign, -1);
        return sign;
    }

    /** The upper hook, and turned by half a circle the lower one. */
    private static void hook(Path2D sign, int turn) {
        double x = 96;
        double y = 85;
        sign.moveTo(x + turn * 19, y - turn * 29);
        sign.curveTo(x + turn * 15, y - turn * 46, x - turn * 21, y - turn * 47, x - turn * 21, y - turn * 27);
        sign.curveTo(x - turn * 21, y - turn * 8, x + turn * 23, y - turn * 10, x + turn * 23, y + turn * 9);
        sign.curveTo(x + turn * 23, y + turn * 14, x + turn * 22, y + turn * 18, x + turn * 19, y + turn * 21);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Pictures in memory can always be written", e);
        }
        return bytes.toByteArray();
    }
}
