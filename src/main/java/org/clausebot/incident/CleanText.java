package org.clausebot.incident;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text that people typed or sent, without what does not show: control characters and changes of direction. */
final class CleanText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LONGEST_NAME = 100;

    private CleanText() {}

    /** Keeps line breaks and tabs. */
    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = (type == Character.CONTROL && c != '\n' && c != '\t')
                    || type == Character.SURROGATE
                    // Joiners belong to words of some scripts and to emoji; the other format characters mislead.
                    || (type == Character.FORMAT && c != 0x200C && c != 0x200D);
            if (!hidden) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** A file as UTF-8; empty when it is not text. */
    static Optional<byte[]> file(byte[] content) {
        for (byte b : content) {
            if (b == 0 && !isUtf16(content)) {
                return Optional.empty();
            }
        }
        String text;
        if (isUtf16(content)) {
            text = new String(content, StandardCharsets.UTF_16);
        } else {
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(content))
                        .toString();
            } catch (CharacterCodingException e) {
                text = new String(content, WINDOWS);
            }
        }
        return Optional.of(of(text).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isUtf16(byte[] content) {
        return content.length >= 2
                && ((content[0] == (byte) 0xFF && content[1] == (byte) 0xFE)
                        || (content[0] == (byte) 0xFE && content[1] == (byte) 0xFF));
    }

    /** A file's name without folders, hidden characters and its ending, which the content decides. */
    static String fileName(String typed, String ending) {
        String name = of(typed).replaceAll(".*[/\\\\]", "").replaceAll("[\\n\\t\"<>|:*?]", " ");
        int dot = name.lastIndexOf('.');
        String bare = (dot > 0 ? name.substring(0, dot) : name).strip();
        if (bare.isEmpty() || bare.chars().allMatch(c -> c == '.')) {
            bare = "file";
        }
        int end = Math.min(bare.length(), LONGEST_NAME);
        return bare.substring(0, bare.offsetByCodePoints(0, bare.codePointCount(0, end)))
                        .strip() + "." + ending;
    }
}
