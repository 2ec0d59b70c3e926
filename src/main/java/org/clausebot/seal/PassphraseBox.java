package org.clausebot.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A key encrypted with a passphrase, for a backup: AES-256-GCM under argon2id (RFC 9106; 64 MiB, 3 passes) of the
 * passphrase. JSON: {@code form} 1, {@code salt} and {@code sealed} in Base64.
 */
final class PassphraseBox {
    /** Shorter ones are guessed. */
    static final int LEAST_CHARACTERS = 12;

    private static final int FORM = 1;
    private static final int SALT_BYTES = 16;
    private static final int KIBIBYTES = 64 * 1024;
    private static final int PASSES = 3;
    private static final byte[] BOUND_TO = Bound.to("clausebot.backup-key");
    private static final ObjectMapper JSON = new ObjectMapper();

    private PassphraseBox() {}

    static byte[] close(byte[] content, String passphrase) throws KeyException {
        if (passphrase.strip().length() < LEAST_CHARACTERS) {
            throw new KeyException("The passphrase is shorter than " + LEAST_CHARACTERS
                    + " characters. Four or more words that do not belong together make a good one");
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] sealed = TinkSetup.must(() -> key(passphrase, salt).encrypt(content, BOUND_TO));
        Map<String, Object> box = new LinkedHashMap<>();
        box.put("form", FORM);
        box.put("salt", Base64.getEncoder().encodeToString(salt));
        box.put("sealed", Base64.getEncoder().encodeToString(sealed));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(box);
        } catch (IOException e) {
            throw new IllegalStateException("A box is always JSON", e);
        }
    }

    static byte[] open(byte[] box, String passphrase) throws KeyException {
        try {
            JsonNode read = JSON.readTree(box);
            byte[] salt = Base64.getDecoder().decode(read.path("salt").asText());
            byte[] sealed = Base64.getDecoder().decode(read.path("sealed").asText());
            if (read.path("form").asInt() == FORM && salt.length == SALT_BYTES) {
                return key(passphrase, salt).decrypt(sealed, BOUND_TO);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new KeyException("The key in the backup is damaged; take another backup", e);
        } catch (GeneralSecurityException e) {
            throw new KeyException("The passphrase does not open the key in this backup; check the passphrase file", e);
        }
        throw new KeyException("The key in the backup has a form that this program does not know");
    }

    private static Aead key(String passphrase, byte[] salt) throws GeneralSecurityException {
        byte[] words = passphrase.strip().getBytes(StandardCharsets.UTF_8);
        return new AesGcmJce(Argon2Function.getInstance(KIBIBYTES, PASSES, 1, 32, Argon2.ID)
                .hash(words, salt)
                .getBytes());
    }
}
