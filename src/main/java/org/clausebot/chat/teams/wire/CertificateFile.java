package org.clausebot.chat.teams.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a certificate with its private key from PEM or PKCS #12. */
final class CertificateFile {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final long MOST_BYTES = 100_000;
    private static final int LEAST_BITS = 2048;

    private CertificateFile() {}

    static Credential.Certificate read(Path file, String password) throws CredentialException {
        byte[] content = bytes(file);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        Credential.Certificate read =
                text.contains("-----BEGIN ") ? pem(file, text) : keyStore(file, content, password.toCharArray());
        boolean pair = read.certificate().getPublicKey() instanceof RSAPublicKey open
                && read.key() instanceof RSAPrivateKey hidden
                && open.getModulus().equals(hidden.getModulus());
        if (!pair) {
            throw new CredentialException(
                    file + ": the private key is not the one of the certificate, or is no RSA key."
                            + " Put the two that belong together into the file");
        }
        if (((RSAPublicKey) read.certificate().getPublicKey()).getModulus().bitLength() < LEAST_BITS) {
            throw new CredentialException(file + ": the key has less than " + LEAST_BITS + " bits. Make another one");
        }
        return read;
    }

    private static byte[] bytes(Path file) throws CredentialException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new CredentialException(file + " is too large for a certificate");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new CredentialException(file + " is not there. MICROSOFT_APP_CERTIFICATE names a file", e);
        } catch (IOException e) {
            throw new CredentialException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + "). Mend its rights", e);
        }
    }

    private static Credential.Certificate pem(Path file, String text) throws CredentialException {
        Optional<PrivateKey> key = Optional.empty();
        Optional<X509Certificate> certificate = Optional.empty();
        Matcher block = BLOCK.matcher(text);
        try {
            while (block.find()) {
                byte[] content = Base64.getMimeDecoder().decode(block.group(2));
                switch (block.group(1)) {
                    case "PRIVATE KEY" ->
                        key = Optional.of(
                                KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(content)));
                    // The first is the app's own; what follows is the chain.
                    case "CERTIFICATE" ->
                        certificate = certificate.isPresent() ? certificate : Optional.of(x509(content));
                    case "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY" ->
                        throw new CredentialException(file + ": the private key is in a form that is not read ("
                                + block.group(1)
                                + "). `openssl pkcs8 -topk8 -nocrypt` turns it into one that is, or use PKCS #12");
                    default -> {}
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CredentialException(file + ": the certificate or the key in it is damaged, or no RSA key", e);
        }
        if (key.isEmpty() || certificate.isEmpty()) {
            throw new CredentialException(file + " must hold both: "
                    + (key.isEmpty() ? "the private key (BEGIN PRIVATE KEY)" : "the certificate (BEGIN CERTIFICATE)")
                    + " is missing");
        }
        return new Credential.Certificate(certificate.get(), key.get());
    }

    private static X509Certificate x509(byte[] content) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content));
    }

    private static Credential.Certificate keyStore(Path file, byte[] content, char[] password)
            throws CredentialException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            for (String alias : Collections.list(store.aliases())) {
                Certificate certificate = store.getCertificate(alias);
                if (store.getKey(alias, password) instanceof PrivateKey key
                        && certificate instanceof X509Certificate x509) {
                    return new Credential.Certificate(x509, key);
                }
            }
            throw new CredentialException(file + " holds no private key with its certificate");
        } catch (IOException | GeneralSecurityException e) {
            throw new CredentialException(
                    file + " is neither PEM nor a PKCS #12 file that MICROSOFT_APP_CERTIFICATE_PASSWORD opens", e);
        }
    }
}
