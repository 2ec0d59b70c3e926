package org.clausebot.policy;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks the packed streams of a PDF once without keeping any of it, to know that all of them together stay within
 * bounds before PDFBox unpacks them in memory.
 */
final class PdfGuard {
    static final long MOST_BYTES = 250L * 1024 * 1024;
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int MOST_BEFORE = 6;

    private PdfGuard() {}

    static void check(byte[] bytes, Deadline deadline) throws UnreadableDocumentException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        for (int at = 0; at + STREAM.length < bytes.length; at++) {
            if (bytes[at] != 's' || !isStream(bytes, at)) {
                continue;
            }
            int from = at + STREAM.length;
            while (from < bytes.length && from < at + STREAM.length + MOST_BEFORE && bytes[from] <= ' ') {
                from++;
            }
            if (from + 2 < bytes.length && (bytes[from] & 0x0F) == 8 && isZlib(bytes, from)) {
                total += unpacked(bytes, from, buffer, MOST_BYTES - total, deadline);
            }
        }
    }

    private static boolean isStream(byte[] bytes, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (bytes[at + i] != STREAM[i]) {
                return false;
            }
        }
        return at < 3 || bytes[at - 1] != 'd'; // not "endstream"
    }

    private static boolean isZlib(byte[] bytes, int at) {
        return (((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF)) % 31 == 0;
    }

    private static long unpacked(byte[] bytes, int from, byte[] buffer, long left, Deadline deadline)
            throws UnreadableDocumentException {
        Inflater inflater = new Inflater();
        long read = 0;
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
                deadline.check();
                read += n;
                if (read > left) {
                    throw new UnreadableDocumentException("This PDF unpacks to far more than any policy holds, as a"
                            + " file made to attack a server does. If it is a real policy, print it to a new PDF.");
                }
            }
        } catch (DataFormatException e) {
            return read; // damaged from here on; PDFBox will read no further either
        } finally {
            inflater.end();
        }
        return read;
    }
}
