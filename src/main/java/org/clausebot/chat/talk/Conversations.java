package org.clausebot.chat.talk;

import java.util.Arrays;
import java.util.Base64;
import org.clausebot.policy.Sha256;

/** Names conversations. */
public final class Conversations {
    private static final int BYTES = 16;

    private Conversations() {}

    /** A name for what {@code parts} name together; none of them can be told from it. */
    public static String name(String... parts) {
        byte[] whole = Sha256.of(String.join("\0", parts));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
    }
}
