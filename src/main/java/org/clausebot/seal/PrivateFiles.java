package org.clausebot.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read, written wholly or not at all, and on disk when a call returns. */
public final class PrivateFiles {
    private PrivateFiles() {}

    /** Makes the folder and those above it; {@code folder} itself is for its owner only from now on. */
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** As {@link #makeFolder}, and leaves one that is there as it is. */
    static void makeFolderIfMissing(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            makeFolder(folder);
        }
    }

    /** Puts a file with {@code content} in place of what is there, or leaves that as it is when it fails. */
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = folderOf(file);
        Path draft = Files.createTempFile(folder, "." + file.getFileName(), ".new", ownerOnly(folder));
        try {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The content of a small file, or a refusal when others may read it or it is larger than {@code most} bytes. */
    static byte[] read(Path file, int most, String holds) throws IOException, KeyException {
        requirePrivate(file, holds);
        return readOpen(file, most, holds);
    }

    static byte[] readOpen(Path file, int most, String holds) throws IOException, KeyException {
        try (var in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new KeyException(file + " is damaged: it is far larger than the file that holds " + holds
                        + ". Put it back from where you keep a copy");
            }
            return content;
        }
    }

    /** @throws KeyException when anybody but the owner may read or change the file */
    public static void requirePrivate(Path file, String holds) throws IOException, KeyException {
        if (isPosix(file)
                && Files.getPosixFilePermissions(file).stream()
                        .anyMatch(p -> !p.name().startsWith("OWNER_"))) {
            throw new KeyException(
                    file + " holds " + holds + " and is open to others; run: chmod 600 " + quoted(file.toString()));
        }
    }

    /** Tells a file from what stands at its place after it was replaced; empty when there is none. */
    static String stamp(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return now.fileKey() + " " + now.size() + " " + now.lastModifiedTime().toMillis();
    }

    /** Rights for a new file in {@code folder} that only its owner may read. */
    public static FileAttribute<?>[] ownerOnly(Path folder) {
        return isPosix(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Makes the names in a folder survive a power cut, where the system can. */
    public static void force(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel open = FileChannel.open(folder, StandardOpenOption.READ)) {
                open.force(true);
            }
        }
    }

    /** The folder a file is in. */
    public static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + " is no file");
        }
        return folder;
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9/._-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
