package org.clausebot.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * The key of fingerprints, in {@code fingerprint.key}, wrapped by the master key. Because it was wrapped when the first
 * report was, it also tells whether a master key is the one that this data folder was sealed with.
 */
final class KeyCheck {
    private static final String HOLDS = "the key of fingerprints";
    private static final byte[] BOUND_TO = Bound.to("clausebot.fingerprint-key");
    private static final int BYTES = 32;

    private KeyCheck() {}

    static Path file(Path keys) {
        return keys.resolve("fingerprint.key");
    }

    static void make(Path keys, MasterKey master) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        SealedFile.write(file(keys), master.wrap(key, BOUND_TO));
    }

    /** The 32 bytes. */
    static byte[] open(Path keys, MasterKey master) throws IOException, KeyException {
        Path file = file(keys);
        byte[] wrapped = SealedFile.read(file, HOLDS);
        byte[] key = unwrap(file, HOLDS, BOUND_TO, wrapped, master);
        if (key.length != BYTES) {
            throw SealedFile.damaged(file, HOLDS, null);
        }
        return key;
    }

    static void rewrap(Path keys, MasterKey master) throws IOException, KeyException {
        rewrap(file(keys), HOLDS, BOUND_TO, master);
    }

    static void rewrap(Path file, String holds, byte[] boundTo, MasterKey master) throws IOException, KeyException {
        if (!Files.exists(file)) {
            return;
        }
        byte[] wrapped = SealedFile.read(file, holds);
        if (!master.isPrimary(wrapped)) {
            SealedFile.write(file, master.wrap(unwrap(file, holds, boundTo, wrapped, master), boundTo));
        }
    }

    static boolean isPrimary(Path file, MasterKey master) throws IOException, KeyException {
        return !Files.exists(file) || master.isPrimary(SealedFile.read(file, "a wrapped key"));
    }

    private static byte[] unwrap(Path file, String holds, byte[] boundTo, byte[] wrapped, MasterKey master)
            throws KeyException {
        try {
            return master.unwrap(wrapped, boundTo);
        } catch (GeneralSecurityException e) {
            throw master.knows(wrapped) ? SealedFile.damaged(file, holds, e) : otherKey(file, wrapped, master);
        }
    }

    static KeyException otherKey(Path file, byte[] wrapped, MasterKey master) {
        return new KeyException("The master key is not the one that this was sealed with: " + file.getFileName()
                + " was sealed with key " + MasterKey.nameOf(wrapped) + ", the master key given holds "
                + String.join(", ", master.names()) + ". Put the right key in its place; nothing was changed");
    }
}
