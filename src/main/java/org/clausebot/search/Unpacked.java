package org.clausebot.search;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;

/**
 * Copies a resource out of its jar once. A copy of another size or checksum than the jar says (half written, damaged,
 * of another version) is replaced.
 */
final class Unpacked {
    private Unpacked() {}

    /** Size and CRC-32 of a resource, as its jar's directory has them. */
    record Sum(long size, long crc) {}

    /**
     * Makes sure that {@code target} is the resource, byte for byte.
     *
     * @param resource its path, with a slash first
     */
    static Path at(Path target, String resource) throws IOException {
        Sum wanted = sum(resource);
        if (Files.isRegularFile(target) && Files.size(target) == wanted.size() && crc(target) == wanted.crc()) {
            return target;
        }
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, target.getFileName().toString(), ".part");
        try {
            try (InputStream in = open(resource)) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            if (Files.size(part) != wanted.size() || crc(part) != wanted.crc()) {
                throw new IOException(target + " could not be written whole; is the disk full?");
            }
            replace(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
        return target;
    }

    /** Two processes may do this at once: whichever comes last wins, with the same bytes. */
    private static void replace(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Refuses a file whose contents are not those that were meant, though its jar is in itself whole.
     *
     * @param hash the path of the resource that has the SHA-256 in hexadecimal
     */
    static void check(Path file, String hash) throws IOException {
        String wanted;
        try (InputStream in = open(hash)) {
            wanted = new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        }
        if (!Hashes.sha256(file).equals(wanted)) {
            throw new IOException(file.getFileName() + " is not the file that came with this version");
        }
    }

    static Sum sum(String resource) throws IOException {
        URLConnection connection = url(resource).openConnection();
        if (connection instanceof JarURLConnection jar) {
            JarEntry entry = jar.getJarEntry();
            return new Sum(entry.getSize(), entry.getCrc());
        }
        try (InputStream in = connection.getInputStream()) {
            return sum(in);
        }
    }

    private static long crc(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return sum(in).crc();
        }
    }

    private static Sum sum(InputStream in) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            crc.update(buffer, 0, n);
            size += n;
        }
        return new Sum(size, crc.getValue());
    }

    static InputStream open(String resource) throws IOException {
        return new BufferedInputStream(url(resource).openStream());
    }

    private static URL url(String resource) throws IOException {
        URL url = Unpacked.class.getResource(resource);
        if (url == null) {
            throw new IOException("The program is incomplete: " + resource + " is missing from its lib folder");
        }
        return url;
    }
}
