package org.clausebot.policy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Writes files and folders that are there whole or not at all, whenever the power goes. */
public final class WholeFiles {
    private WholeFiles() {}

    /** Writes {@code file}, in place of one that may be there. */
    public static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is in no folder");
        }
        Path draft = Files.createTempFile(folder, ".draft-", "");
        force(draft, text.getBytes(StandardCharsets.UTF_8));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes {@code folder} with these files; it must not be there. */
    public static void folder(Path folder, Map<String, byte[]> files) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException(folder + " is in no folder");
        }
        Files.createDirectories(parent);
        Path draft = Files.createTempDirectory(parent, ".draft-");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            force(draft.resolve(file.getKey()), file.getValue());
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void force(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
