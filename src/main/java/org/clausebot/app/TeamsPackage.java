package org.clausebot.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The file that is uploaded to Teams: the manifest and two pictures, the same bytes each time. */
final class TeamsPackage {
    /** The earliest time that a zip can name; any other would make each package differ. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private TeamsPackage() {}

    /**
     * @param colour a PNG of 192 by 192
     * @param outline a PNG of 32 by 32, white on nothing
     */
    static byte[] zip(TeamsManifest manifest, byte[] colour, byte[] outline) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "manifest.json", manifest.json().getBytes(StandardCharsets.UTF_8));
            put(zip, TeamsManifest.COLOUR, colour);
            put(zip, TeamsManifest.OUTLINE, outline);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /**
     * Writes a file that is not there yet, or finds in it what it would write.
     *
     * @return false when the same package stood there already
     */
    static boolean write(byte[] zip, Path file) throws RefusedException {
        try {
            if (Files.exists(file)) {
                if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), zip)) {
                    return false;
                }
                throw new RefusedException(
                        file + " is there already and is another file; delete it, or name another with --output");
            }
            Files.write(file, zip, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (IOException e) {
            throw new RefusedException(file + " cannot be written ("
                    + e.getClass().getSimpleName() + "); name another file with --output, in a folder that is there");
        }
    }
}
