package org.clausebot.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Vectors that the build's trial run computed, handed to a new data folder so that the first question does not wait for
 * them. Each is kept under the hash of the text and the model it is of, so that one that no longer fits is never used.
 */
final class Seeds {
    private Seeds() {}

    /** Copies into {@code data} what the launcher names, if it names anything and the folder has no index yet. */
    static void sow(Path data) throws IOException {
        String named = System.getProperty("clausebot.seeds", "");
        Path from = Path.of(named, "index");
        Path to = data.resolve("index");
        if (named.isEmpty() || !Files.isDirectory(from) || Files.exists(to)) {
            return;
        }
        Path draft = Files.createTempDirectory(Files.createDirectories(data), ".seeds-");
        try (DirectoryStream<Path> vectors = Files.newDirectoryStream(from, "*.bin")) {
            for (Path file : vectors) {
                Files.copy(file, draft.resolve(file.getFileName()));
            }
        }
        Files.move(draft, to);
    }
}
