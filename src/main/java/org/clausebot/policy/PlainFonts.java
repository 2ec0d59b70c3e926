package org.clausebot.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for fonts that a PDF does not carry, with the one that comes with PDFBox. Only widths matter when words are
 * read; PDFBox's own way would search every font of the machine, for seconds, write what it found to the home folder,
 * and read a document differently from machine to machine.
 */
final class PlainFonts implements FontMapper {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;

    private PlainFonts() throws IOException {
        try (InputStream in = Objects.requireNonNull(FontMappers.class.getResourceAsStream(FONT), FONT)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
    }

    /** From now on PDFBox asks nothing else. */
    static void install() {
        Holder.ready();
    }

    private static final class Holder {
        static {
            try {
                FontMappers.set(new PlainFonts());
            } catch (IOException e) {
                throw new IllegalStateException("PDFBox comes without its font", e);
            }
        }

        private Holder() {}

        static void ready() {}
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(
            @Nullable String baseFont, @Nullable PDFontDescriptor fontDescriptor) {
        return new FontMapping<>(font, true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(
            @Nullable String baseFont, @Nullable PDFontDescriptor fontDescriptor) {
        return new FontMapping<>(font, true);
    }

    @Override
    @SuppressWarnings("NullAway") // PDFBox's own mapper gives null for "no OpenType font" too
    public CIDFontMapping getCIDFont(
            @Nullable String baseFont,
            @Nullable PDFontDescriptor fontDescriptor,
            @Nullable PDCIDSystemInfo cidSystemInfo) {
        return new CIDFontMapping(null, font, true);
    }
}
