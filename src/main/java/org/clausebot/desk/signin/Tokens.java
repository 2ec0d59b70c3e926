package org.clausebot.desk.signin;

import java.security.SecureRandom;
import java.util.Base64;
import org.clausebot.policy.Sha256;

/** Random tokens of 256 bits, and the hashes under which they are kept. */
final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** 43 letters, digits, hyphens and underscores. */
    static String fresh() {
        return text(bytes(32));
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256 in hexadecimal: enough for a token that nobody can guess. */
    static String hash(String token) {
        return Sha256.hex(token);
    }

    /** What the forms of the session with this token carry; tells nothing of the token. */
    static String csrf(String token) {
        return text(Sha256.of("form " + token));
    }
}
