package org.clausebot.chat.talk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Names conversations. */
public final class Conversations {
    private static final int BYTES = 16;

    private Conversations() {}

    /** A name for what {@code parts} name together; none of them can be told from it. */
    public static String name(String... parts) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
