package org.clausebot.chat.slack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.SchoolId;

/** Who is who, and which conversation is which. */
final class Identity {
    private static final int BYTES = 16;

    private Identity() {}

    static Reporter reporter(SchoolId school, Member member) {
        return new Reporter(school, "slack", key(member));
    }

    /** The same for one person in all workspaces of an organisation, for it gives its people one id. */
    static String key(Member member) {
        return (member.enterprise().isEmpty() ? member.team() : member.enterprise()) + ":" + member.user();
    }

    /**
     * Names a conversation; nobody can be told from it. Each person has their own even within a thread, so that nobody's
     * question is understood by what another asked unseen.
     */
    static String conversation(Member member, Place at) {
        return hash(key(member), at.room().name(), at.channel(), at.thread());
    }

    private static String hash(String... parts) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
