package org.clausebot.seal;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.signature.SignatureConfig2026;
import java.security.GeneralSecurityException;

/** Which kinds of keys Tink meets here; nothing is registered for the whole process. */
final class TinkSetup {
    static final Configuration AEAD = AeadConfig2026.get();
    static final Configuration SIGNATURES = SignatureConfig2026.get();

    private TinkSetup() {}

    /** Work with keys and input of our own, which fails only when the machine's cryptography does. */
    @FunctionalInterface
    interface Work<T> {
        T get() throws GeneralSecurityException;
    }

    static <T> T must(Work<T> work) {
        try {
            return work.get();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java's cryptography does not work; install another JDK 21", e);
        }
    }
}
