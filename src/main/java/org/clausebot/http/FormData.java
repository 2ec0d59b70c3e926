package org.clausebot.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads what a form or a query sends, strictly: what is not well-formed UTF-8 in well-formed percent-encoding, holds a
 * control character, or names a field twice is refused, never guessed at.
 */
final class FormData {
    private static final int MAX_FIELDS = 32;

    private FormData() {}

    /** @param encoded one character a byte, as sent */
    static Map<String, String> parse(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (encoded.isEmpty()) {
            return fields;
        }
        for (String pair : encoded.split("&", MAX_FIELDS + 2)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1), true);
            if (fields.putIfAbsent(name, value) != null) {
                throw new Refused(Notice.badRequest("A field was sent twice. Reload the page and try again."));
            }
            if (fields.size() > MAX_FIELDS) {
                throw new Refused(Notice.badRequest("Too many fields were sent. Reload the page and try again."));
            }
        }
        return fields;
    }

    /** Percent-decoded, as UTF-8. */
    static String decode(String encoded, boolean plusIsSpace) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                int high = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
                int low = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw unreadable();
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else if (c > 0xFF) {
                throw unreadable();
            } else {
                bytes.write(c == '+' && plusIsSpace ? ' ' : c);
            }
        }
        return text(bytes.toByteArray());
    }

    /** As UTF-8; refused when it is not, or holds control characters. */
    static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.codePoints().anyMatch(FormData::isForbidden)) {
                throw unreadable();
            }
            return text;
        } catch (CharacterCodingException e) {
            throw unreadable();
        }
    }

    private static boolean isForbidden(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }

    private static Refused unreadable() {
        return new Refused(Notice.badRequest(
                "It holds characters that are not text. Type the question instead of pasting it, and try again."));
    }
}
