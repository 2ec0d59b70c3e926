package org.clausebot.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.clausebot.http.KeyFile;

/** Keyed hashes with a key in a file of its own: HMAC with SHA-256, 64 hexadecimal digits. */
final class KeyedHash {
    private static final String KIND = "HmacSHA256";

    private KeyedHash() {}

    /**
     * With the key in {@code file}, made on first use.
     *
     * @param holds what the key is, for messages
     * @param anew what comes of deleting it, for messages
     * @throws RefusedException when it is damaged or open to others
     */
    static UnaryOperator<String> of(Path file, String holds, String anew) throws RefusedException {
        try {
            SecretKeySpec key = new SecretKeySpec(KeyFile.readOrMake(file, holds, anew), KIND);
            return text -> hash(key, text);
        } catch (IOException | IllegalStateException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    private static String hash(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(KIND);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }
}
