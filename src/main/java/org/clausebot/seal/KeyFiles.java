package org.clausebot.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Master keys in files. */
final class KeyFiles {
    static final String HOLDS_MASTER = "the master key of the reports";
    private static final int MOST_BYTES = 256 * 1024;

    private KeyFiles() {}

    static MasterKey readMaster(Path file) throws IOException, KeyException {
        if (!Files.isRegularFile(file)) {
            throw new KeyException("There is no master key at " + file + ". Put it back from where you keep a copy"
                    + " (without it no report can be opened), or, if nothing was ever reported, make one:"
                    + " ./clausebot keys make " + file);
        }
        byte[] content = PrivateFiles.read(file, MOST_BYTES, HOLDS_MASTER);
        try {
            return MasterKey.parse(new String(content, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | RuntimeException e) {
            // The parser's own message may hold a piece of the file, so it is not handed on.
            throw new KeyException(file + " is damaged: it should hold " + HOLDS_MASTER
                    + ". Put it back from where you keep a copy; do not delete it, reports open with it alone");
        }
    }

    static void writeMaster(Path file, MasterKey key) throws IOException {
        PrivateFiles.write(file, (key.json() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
