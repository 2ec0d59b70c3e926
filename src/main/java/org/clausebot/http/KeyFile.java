package org.clausebot.http;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** A random 256-bit key in a file that only its owner can read, made on first use. */
public final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    /**
     * Reads the key, or makes it.
     *
     * @param holds what the key is, for messages, such as {@code the key to people's sessions}
     * @param anew what comes of deleting it, for messages, such as {@code a new one is made}
     * @throws IllegalStateException when the file is damaged or open to others; the message says what to do
     * @throws IOException when it cannot be read or made
     */
    public static byte[] readOrMake(Path file, String holds, String anew) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        if (Files.size(file) > 4L * BYTES) {
            throw damaged(file, anew);
        }
        if (isPosix(file)
                && Files.getPosixFilePermissions(file).stream()
                        .anyMatch(p -> !p.name().startsWith("OWNER_"))) {
            throw new IllegalStateException(
                    file + " holds " + holds + " and can be read by others; run: chmod 600 " + file);
        }
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != BYTES) {
                throw damaged(file, anew);
            }
            return key;
        } catch (IllegalArgumentException | java.nio.charset.MalformedInputException e) {
            throw damaged(file, anew);
        }
    }

    private static void make(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createFile(file, ownerOnly(file));
            Files.writeString(file, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.DSYNC);
        } catch (FileAlreadyExistsException e) {
            // Another start of the program made it in this moment: its key is as good.
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix");
    }

    private static IllegalStateException damaged(Path file, String anew) {
        return new IllegalStateException(
                file + " is damaged: it should hold 64 hexadecimal digits. Delete it and start again; " + anew);
    }
}
