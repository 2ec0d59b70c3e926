package org.clausebot.chat.teams.wire;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** How this bot proves to Entra that it is the registered app. Never prints itself. */
public sealed interface Credential {
    /** Until when it can be used, where that is known. */
    Optional<Instant> ends();

    /** A client secret. */
    record Secret(String value) implements Credential {
        public Secret {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("An empty secret proves nothing");
            }
        }

        /** Only Entra knows. */
        @Override
        public Optional<Instant> ends() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "a client secret (hidden)";
        }
    }

    /** A certificate that the registration knows, and its key. */
    record Certificate(X509Certificate certificate, PrivateKey key) implements Credential {
        @Override
        public Optional<Instant> ends() {
            return Optional.of(certificate.getNotAfter().toInstant());
        }

        @Override
        public String toString() {
            return "a certificate (its key hidden)";
        }
    }

    /**
     * Reads a certificate and its private key.
     *
     * @param file PEM with both, or PKCS #12
     * @param password of a PKCS #12 file; empty for none
     * @throws CredentialException when the file is not there, is something else, or key and certificate do not belong
     *     together
     */
    static Certificate read(Path file, String password) throws CredentialException {
        return CertificateFile.read(file, password);
    }
}
