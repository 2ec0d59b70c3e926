package org.clausebot.seal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.signature.Ed25519Parameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Signs receipts with Ed25519. The private key of today is in {@code receipts.key}, wrapped by the master key; the
 * public keys of all times are in {@code receipts.pub}, readable by all.
 */
final class ReceiptKeys implements Signer {
    private static final String HOLDS = "the key that signs receipts";
    private static final byte[] BOUND_TO = Bound.to("clausebot.receipt-key");

    private final PublicKeySign signing;
    private final ReceiptVerifier verifier;

    private ReceiptKeys(KeysetHandle keyset, ReceiptVerifier verifier) throws GeneralSecurityException {
        this.signing = keyset.getPrimitive(TinkSetup.SIGNATURES, PublicKeySign.class);
        this.verifier = verifier;
    }

    @Override
    public String sign(String text) {
        byte[] signature = TinkSetup.must(() -> signing.sign(text.getBytes(StandardCharsets.UTF_8)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    @Override
    public boolean verify(String text, String signature) {
        return verifier.verify(text, signature);
    }

    /** Opens the pair in {@code keys}; where there is no private key, one is made and its public key added. */
    static ReceiptKeys openOrMake(Path keys, MasterKey master) throws IOException, KeyException {
        if (!Files.exists(privateFile(keys))) {
            renew(keys, master);
        }
        byte[] wrapped = SealedFile.read(privateFile(keys), HOLDS);
        try {
            KeysetHandle keyset = TinkProtoKeysetFormat.parseKeyset(
                    master.unwrap(wrapped, BOUND_TO), InsecureSecretKeyAccess.get(), TinkSetup.SIGNATURES);
            ReceiptKeys opened = new ReceiptKeys(keyset, ReceiptVerifier.of(ReceiptVerifier.file(keys)));
            String trial = "clausebot-trial";
            if (!opened.verify(trial, opened.sign(trial))) {
                throw new KeyException(ReceiptVerifier.file(keys) + " does not hold the public key of "
                        + privateFile(keys) + ". Put both back from the same backup");
            }
            return opened;
        } catch (GeneralSecurityException e) {
            throw master.knows(wrapped)
                    ? SealedFile.damaged(privateFile(keys), HOLDS, e)
                    : KeyCheck.otherKey(privateFile(keys), wrapped, master);
        }
    }

    /** A new pair: from now on receipts are signed with it, and the former private key is gone. */
    static void renew(Path keys, MasterKey master) throws IOException, KeyException {
        KeysetHandle pair = TinkSetup.must(() -> KeysetHandle.newBuilder()
                .setConfiguration(TinkSetup.SIGNATURES)
                .addEntry(KeysetHandle.generateEntryFromParameters(
                                Ed25519Parameters.create(Ed25519Parameters.Variant.TINK))
                        .withRandomId()
                        .makePrimary())
                .build());
        // The public key first: a receipt that nobody can verify must never be signed.
        ReceiptVerifier.add(ReceiptVerifier.file(keys), TinkSetup.must(pair::getPublicKeysetHandle));
        byte[] bytes = TinkSetup.must(
                () -> TinkProtoKeysetFormat.serializeKeyset(pair, InsecureSecretKeyAccess.get(), TinkSetup.SIGNATURES));
        SealedFile.write(privateFile(keys), master.wrap(bytes, BOUND_TO));
    }

    /** The same private key under the master key of today. */
    static void rewrap(Path keys, MasterKey master) throws IOException, KeyException {
        KeyCheck.rewrap(privateFile(keys), HOLDS, BOUND_TO, master);
    }

    static Path privateFile(Path keys) {
        return keys.resolve("receipts.key");
    }
}
