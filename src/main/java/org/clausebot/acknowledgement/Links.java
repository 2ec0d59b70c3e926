package org.clausebot.acknowledgement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * People's own links: a random id and a keyed hash of it, so that whoever reads the database, or a copy of it, still has
 * nobody's link.
 */
final class Links {
    private static final int ID_BYTES = 16;
    private static final int ID_LENGTH = 22;
    private static final int HASH_LENGTH = 40;
    private static final int MARK_LENGTH = 24;

    private final UnaryOperator<String> keyed;
    private final SecureRandom random = new SecureRandom();

    Links(UnaryOperator<String> keyed) {
        this.keyed = keyed;
    }

    String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String token(String id) {
        return id + hash(id);
    }

    /** The id, when the token was made here. */
    Optional<String> id(String token) {
        if (token.length() != ID_LENGTH + HASH_LENGTH) {
            return Optional.empty();
        }
        String id = token.substring(0, ID_LENGTH);
        return Optional.of(id).filter(i -> MessageDigest.isEqual(bytes(hash(i)), bytes(token.substring(ID_LENGTH))));
    }

    private String hash(String id) {
        return keyed.apply("read\0" + id).substring(0, HASH_LENGTH);
    }

    /**
     * What a button carries to show that a number of questions were answered rightly, so that none of it need be kept.
     *
     * @param hash of the version
     */
    String mark(String id, String hash, int answered) {
        return keyed.apply("chat\0" + id + "\0" + hash + "\0" + answered).substring(0, MARK_LENGTH);
    }

    boolean isMark(String mark, String id, String hash, int answered) {
        return MessageDigest.isEqual(bytes(mark), bytes(mark(id, hash, answered)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
