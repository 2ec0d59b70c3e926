package org.clausebot.acknowledgement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;

/**
 * What tells one version of a policy from every other: the SHA-256 of its id, its version's name, its document's text and
 * its clauses as they are shown. So it differs as well where the same document was parted into clauses in another way.
 */
public final class VersionHash {
    private VersionHash() {}

    /** 64 small hexadecimal digits. */
    public static String of(Policy policy) {
        MessageDigest digest = sha256();
        take(digest, policy.id().value());
        take(digest, policy.details().version());
        take(digest, policy.document().text());
        for (Clause clause : policy.clauses()) {
            take(digest, clause.ref().address());
            take(digest, String.join("\n", clause.headings()));
            take(digest, clause.leadInText());
            take(digest, clause.text());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length, so that no words can be moved from one part to the next. */
    private static void take(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
