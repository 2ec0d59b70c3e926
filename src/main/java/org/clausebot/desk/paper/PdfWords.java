package org.clausebot.desk.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/**
 * Sets words in the one font that every PDF carries within it: Liberation Sans (SIL Open Font License 1.1), which comes
 * with the PDF library and has the letters of Europe. What it lacks is written by its Unicode name, so that nothing that
 * was typed is silently gone.
 */
final class PdfWords {
    private static final String FONT = "/font-fallback/LiberationSans-Regular.ttf";
    private static final BaseFont BASE = base();
    private boolean replaced;

    private static BaseFont base() {
        try (InputStream in = BaseFont.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IllegalStateException("The PDF library lacks its font " + FONT);
            }
            return BaseFont.createFont(
                    "LiberationSans-Regular.ttf",
                    BaseFont.IDENTITY_H,
                    BaseFont.EMBEDDED,
                    BaseFont.CACHED,
                    in.readAllBytes(),
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Phrase phrase(String text, float size, int style) {
        return new Phrase(new Chunk(printable(text), new Font(BASE, size, style)));
    }

    /** Whether any character had to be written by its name. */
    boolean replaced() {
        return replaced;
    }

    private String printable(String text) {
        StringBuilder made = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (c == '\n' || isPrintable(c)) {
                made.appendCodePoint(c);
            } else if (c == '\t' || Character.isSpaceChar(c)) {
                made.append(' ');
            } else if (!isInvisible(c)) {
                replaced = true;
                made.append('[').append(name(c)).append(']');
            }
        });
        return made.toString();
    }

    /** Letters that run from the right would come out in the wrong order, which is worse than their names. */
    private static boolean isPrintable(int c) {
        byte direction = Character.getDirectionality(c);
        boolean fromTheRight = direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        return !fromTheRight && !isInvisible(c) && BASE.charExists(c);
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || (c >= 0xFE00 && c <= 0xFE0F);
    }

    private static String name(int c) {
        String name = Character.getName(c);
        return name == null ? String.format(Locale.ROOT, "U+%04X", c) : name.toLowerCase(Locale.UK);
    }
}
