package org.clausebot.seal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Tells genuine receipts by the public keys alone: no private key and no database is needed. Thread-safe. */
public final class ReceiptVerifier {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_SIGNATURE = 200;

    private final Path file;
    private volatile Read now;

    private record Read(PublicKeyVerify keys, String stamp) {}

    private ReceiptVerifier(Path file) throws IOException, KeyException {
        this.file = file;
        this.now = read(file);
    }

    /**
     * @param file {@code receipts.pub} of the installation that gave the receipt
     * @throws KeyException when it is missing or damaged; the message says what to do
     */
    public static ReceiptVerifier of(Path file) throws IOException, KeyException {
        return new ReceiptVerifier(file);
    }

    /** The public keys in the folder of keys. */
    public static Path file(Path keys) {
        return keys.resolve("receipts.pub");
    }

    /** Whether one of the keys made {@code signature} for {@code text}; never throws on any input. */
    public boolean verify(String text, String signature) {
        if (signature.length() > MOST_SIGNATURE) {
            return false;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return verifies(text, bytes) || (changed() && verifies(text, bytes));
    }

    private boolean verifies(String text, byte[] signature) {
        try {
            now.keys().verify(signature, text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Another process may have begun to sign with a new key. */
    private boolean changed() {
        try {
            if (PrivateFiles.stamp(file).equals(now.stamp())) {
                return false;
            }
            now = read(file);
            return true;
        } catch (IOException | KeyException e) {
            return false;
        }
    }

    private static Read read(Path file) throws IOException, KeyException {
        String stamp = PrivateFiles.stamp(file);
        try {
            return new Read(keyset(file).getPrimitive(TinkSetup.SIGNATURES, PublicKeyVerify.class), stamp);
        } catch (GeneralSecurityException e) {
            throw damaged(file);
        }
    }

    /** Adds the public keys of {@code pair} to the file, which is made if there is none. */
    static void add(Path file, KeysetHandle pair) throws IOException, KeyException {
        KeysetHandle all = pair;
        if (Files.exists(file)) {
            KeysetHandle former = keyset(file);
            all = TinkSetup.must(() -> {
                KeysetHandle.Builder both = KeysetHandle.newBuilder(former).setConfiguration(TinkSetup.SIGNATURES);
                // A number that is taken by chance is refused here, and the next try has another.
                both.addEntry(KeysetHandle.importKey(pair.getPrimary().getKey()).makePrimary());
                return both.build();
            });
        }
        KeysetHandle written = all;
        String json = TinkSetup.must(
                () -> TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(written, TinkSetup.SIGNATURES));
        PrivateFiles.write(file, (json + "\n").getBytes(StandardCharsets.UTF_8));
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static KeysetHandle keyset(Path file) throws IOException, KeyException {
        if (!Files.isRegularFile(file)) {
            throw new KeyException(
                    "There is no " + file + ", so receipts cannot be verified. Put it back from a backup."
                            + " If it is lost for good, delete receipts.key beside it as well: a new pair is made, and receipts"
                            + " given before can no longer be proven");
        }
        byte[] content = PrivateFiles.readOpen(file, MOST_BYTES, "the public keys of receipts");
        try {
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
                    new String(content, StandardCharsets.UTF_8), TinkSetup.SIGNATURES);
            for (int i = 0; i < keyset.size(); i++) {
                if (!(keyset.getAt(i).getKey() instanceof Ed25519PublicKey)) {
                    throw damaged(file);
                }
            }
            return keyset;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw damaged(file);
        }
    }

    private static KeyException damaged(Path file) {
        return new KeyException(
                file + " is damaged: it should hold the public keys of receipts. Put it back from a backup");
    }
}
