package org.clausebot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An index folder with the bundled policy and next to nothing to learn from, with which a server starts soon. */
final class SmallIndex {
    private SmallIndex() {}

    /** @param folder is made */
    static Path in(Path folder) throws IOException {
        Path whole = Path.of("index").toAbsolutePath();
        Files.createDirectories(folder.resolve("phrasings"));
        Files.createDirectories(folder.resolve("relations"));
        try (Stream<Path> policies = Files.walk(whole.resolve("policies"))) {
            for (Path file : policies.toList()) {
                Path copy = folder.resolve(whole.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Files.copy(whole.resolve("synonyms.txt"), folder.resolve("synonyms.txt"));
        for (String name : List.of("harmless.tsv", "off-topic.tsv", "urgent.tsv")) {
            try (Stream<String> lines = Files.lines(whole.resolve("phrasings").resolve(name))) {
                Files.write(
                        folder.resolve("phrasings").resolve(name),
                        lines.limit(6).toList());
            }
        }
        return folder;
    }
}
