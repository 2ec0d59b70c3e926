package org.clausebot.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** File names in headers, after RFC 6266. */
final class Disposition {
    private static final String KEPT = "!#$&+-.^_`|~";
    private static final int LONGEST = 200;

    private Disposition() {}

    static String attachment(String name) {
        String safe = fileName(name);
        StringBuilder ascii = new StringBuilder();
        safe.codePoints()
                .forEach(c ->
                        ascii.appendCodePoint(c < 0x20 || c > 0x7E || c == '"' || c == '\\' || c == '%' ? '_' : c));
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded(safe);
    }

    /** The last part of a path, without what could mislead: control and direction characters, folders. */
    static String fileName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST)
                .forEach(kept::appendCodePoint);
        String safe = kept.toString().strip();
        return safe.isEmpty() || safe.matches("\\.+") ? "file" : safe;
    }

    private static String encoded(String name) {
        StringBuilder out = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", b & 0xFF));
        }
        return out.toString();
    }
}
