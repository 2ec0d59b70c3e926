package org.clausebot.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a zip once without keeping any of it, to know that all of it together stays within bounds. What an entry says
 * of its own size is not believed, entries that share their bytes count each time, and archives within it stay packed.
 */
final class ZipGuard {
    static final int MOST_ENTRIES = 5_000;
    static final long MOST_BYTES = 200L * 1024 * 1024;
    /** XML is kept in memory while it is read; pictures are not read at all. */
    static final long MOST_XML_BYTES = 48L * 1024 * 1024;

    private static final String BOMB = "This document unpacks to far more than any policy holds, as a file made to"
            + " attack a server does. If it is a real policy, compress its pictures in Word and save it again.";

    private ZipGuard() {}

    /** @throws UnreadableDocumentException when {@code bytes} are no whole zip, or one that unpacks to too much */
    static void check(byte[] bytes, Deadline deadline) throws UnreadableDocumentException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        int entries = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++entries > MOST_ENTRIES) {
                    throw new UnreadableDocumentException(BOMB);
                }
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw new UnreadableDocumentException("This document is locked with a password. Remove the password"
                            + " in the program that set it, save it and import that.");
                }
                if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
                    throw new UnreadableDocumentException("This document is packed in a way that Word does not use."
                            + " Open it in Word, save it and import that.");
                }
                total += unpacked(zip, entry, buffer, MOST_BYTES - total, deadline);
            }
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocumentException(
                    "This document is damaged or incomplete, perhaps because its download or copy was cut short."
                            + " Fetch it again, or open it in Word, save it and import that.",
                    e);
        }
    }

    private static long unpacked(ZipFile zip, ZipArchiveEntry entry, byte[] buffer, long left, Deadline deadline)
            throws IOException, UnreadableDocumentException {
        boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        long most = xml ? Math.min(left, MOST_XML_BYTES) : left;
        long read = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                deadline.check();
                read += n;
                if (read > most) {
                    throw new UnreadableDocumentException(BOMB);
                }
            }
        }
        return read;
    }
}
