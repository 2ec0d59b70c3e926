package org.clausebot.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** A small file that holds a wrapped key: one line, {@code clausebot-sealed-1 BASE64}. */
final class SealedFile {
    private static final String FORM = "clausebot-sealed-1 ";
    private static final int MOST_BYTES = 1024 * 1024;

    private SealedFile() {}

    static void write(Path file, byte[] wrapped) throws IOException {
        String line = FORM + Base64.getEncoder().encodeToString(wrapped) + "\n";
        PrivateFiles.write(file, line.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws KeyException when it is open to others or damaged */
    static byte[] read(Path file, String holds) throws IOException, KeyException {
        String line = new String(PrivateFiles.read(file, MOST_BYTES, holds), StandardCharsets.US_ASCII).strip();
        try {
            if (line.startsWith(FORM)) {
                return Base64.getDecoder().decode(line.substring(FORM.length()));
            }
            throw damaged(file, holds, null);
        } catch (IllegalArgumentException e) {
            throw damaged(file, holds, e);
        }
    }

    static KeyException damaged(Path file, String holds, @org.jspecify.annotations.Nullable Throwable cause) {
        String message = file + " is damaged; it holds " + holds + ". Put it back from a backup";
        return cause == null ? new KeyException(message) : new KeyException(message, cause);
    }
}
