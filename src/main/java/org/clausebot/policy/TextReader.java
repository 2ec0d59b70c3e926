package org.clausebot.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads text files. The document's text is the file's text exactly as decoded (without a byte order mark), so every
 * span is an offset into the file as issued. Only where a table's cells go on over several lines is the table written
 * anew, a row to a line, for otherwise its words could not be read in order.
 */
final class TextReader implements DocumentReader {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Override
    public Blocks read(byte[] bytes) throws UnreadableDocumentException {
        String text = WrappedTables.unwrap(decode(bytes));
        List<Line> lines = TextLines.of(text);
        if (lines.isEmpty()) {
            throw new UnreadableDocumentException("The file has no text in it.");
        }
        RunningLines running = RunningLines.in(text, lines);
        return LineBlocks.of(text, running.kept(), running.furniture());
    }

    /**
     * UTF-8, or UTF-16 with a byte order mark, or else windows-1252.
     *
     * @throws UnreadableDocumentException when the bytes are not text at all
     */
    static String decode(byte[] bytes) throws UnreadableDocumentException {
        String text = decodeAny(bytes);
        long odd = text.chars()
                .filter(c -> (c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 11) || c == 0xFFFD)
                .count();
        if (odd > 8 && odd > text.length() / 50) {
            throw new UnreadableDocumentException("The file is not text. Save it as plain text (UTF-8) and try again.");
        }
        return text;
    }

    private static String decodeAny(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        int from = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, from, bytes.length - from, WINDOWS);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
