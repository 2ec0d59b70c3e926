package org.clausebot.seal;

/**
 * Encrypts records, each under a data key of its own that is wrapped by the master key. Thread-safe.
 *
 * <p>Every ciphertext is bound to its place: it opens only with the place it was sealed for.
 */
public interface Vault {
    /** A new data key, wrapped; keep it with the record. Destroying it destroys the record. */
    byte[] newKey(String record);

    /**
     * @param wrappedKey as {@link #newKey} gave it
     * @param place where the ciphertext is kept, such as {@code incident/7f3c/answers}
     */
    byte[] seal(byte[] wrappedKey, String record, String place, byte[] plain);

    /** @throws SealBrokenException when it was altered, belongs elsewhere, or its key is not ours */
    byte[] open(byte[] wrappedKey, String record, String place, byte[] sealed);

    /** The same data key under the master key of today; for rotation. */
    byte[] rewrap(byte[] wrappedKey, String record);

    /** A keyed hash, for looking up a secret without keeping it: 32 bytes, the same for the same purpose and secret. */
    byte[] fingerprint(String purpose, String secret);
}
