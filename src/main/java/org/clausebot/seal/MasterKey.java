package org.clausebot.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The key that wraps data keys, with the former ones that still open what they wrapped: a Tink keyset of AES-256-GCM.
 * What it wraps begins with Tink's five bytes: 1 and the number of the key, by which the right one is found.
 */
final class MasterKey {
    private static final byte TINK = 1;
    private static final int PREFIX = 5;

    private final KeysetHandle keyset;
    private final Aead aead;

    private MasterKey(KeysetHandle keyset) throws GeneralSecurityException {
        for (int i = 0; i < keyset.size(); i++) {
            if (!(keyset.getAt(i).getKey() instanceof AesGcmKey key)
                    || !key.getParameters().getVariant().equals(AesGcmParameters.Variant.TINK)
                    || key.getParameters().getKeySizeBytes() != 32) {
                throw new GeneralSecurityException("Not a keyset of AES-256-GCM keys");
            }
        }
        this.keyset = keyset;
        this.aead = keyset.getPrimitive(TinkSetup.AEAD, Aead.class);
    }

    static MasterKey make() {
        return trusted(() -> KeysetHandle.newBuilder()
                .setConfiguration(TinkSetup.AEAD)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    /** The text form that stands in a key file. */
    static MasterKey parse(String json) throws GeneralSecurityException {
        return new MasterKey(
                TinkJsonProtoKeysetFormat.parseKeyset(json, TinkSetup.AEAD, InsecureSecretKeyAccess.get()));
    }

    static MasterKey parse(byte[] bytes) throws GeneralSecurityException {
        return new MasterKey(TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get(), TinkSetup.AEAD));
    }

    String json() {
        return TinkSetup.must(
                () -> TinkJsonProtoKeysetFormat.serializeKeyset(keyset, TinkSetup.AEAD, InsecureSecretKeyAccess.get()));
    }

    byte[] bytes() {
        return TinkSetup.must(
                () -> TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get(), TinkSetup.AEAD));
    }

    /** The same with a new key that wraps from now on. */
    MasterKey withNew() {
        return trusted(() -> KeysetHandle.newBuilder(keyset)
                .setConfiguration(TinkSetup.AEAD)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    /** Only the key that wraps now. */
    MasterKey withoutFormer() {
        return trusted(() -> {
            KeysetHandle.Builder left = KeysetHandle.newBuilder(keyset).setConfiguration(TinkSetup.AEAD);
            for (int i = left.size() - 1; i >= 0; i--) {
                if (!left.getAt(i).isPrimary()) {
                    left.deleteAt(i);
                }
            }
            return left.build();
        });
    }

    byte[] wrap(byte[] key, byte[] boundTo) {
        return TinkSetup.must(() -> aead.encrypt(key, boundTo));
    }

    /** @throws GeneralSecurityException when it was altered, is bound to something else, or was wrapped by another key */
    byte[] unwrap(byte[] wrapped, byte[] boundTo) throws GeneralSecurityException {
        return aead.decrypt(wrapped, boundTo);
    }

    boolean isPrimary(byte[] wrapped) {
        return hasNumber(wrapped) && number(wrapped) == keyset.getPrimary().getId();
    }

    /** Whether the key that wrapped this is among these. */
    boolean knows(byte[] wrapped) {
        if (!hasNumber(wrapped)) {
            return false;
        }
        for (int i = 0; i < keyset.size(); i++) {
            if (keyset.getAt(i).getId() == number(wrapped)) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return keyset.size();
    }

    /** The names of the keys, that which wraps now first; a name tells nothing of the key. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        names.add(name(keyset.getPrimary().getId()));
        for (int i = 0; i < keyset.size(); i++) {
            names.add(name(keyset.getAt(i).getId()));
        }
        return names;
    }

    /** The name of the key that wrapped this. */
    static String nameOf(byte[] wrapped) {
        return hasNumber(wrapped) ? name(number(wrapped)) : "unknown";
    }

    private static boolean hasNumber(byte[] wrapped) {
        return wrapped.length > PREFIX && wrapped[0] == TINK;
    }

    private static int number(byte[] wrapped) {
        return ByteBuffer.wrap(wrapped, 1, Integer.BYTES).getInt();
    }

    private static String name(int number) {
        return String.format("%08x", number);
    }

    private static MasterKey trusted(TinkSetup.Work<KeysetHandle> keyset) {
        return TinkSetup.must(() -> new MasterKey(keyset.get()));
    }

    /** Nothing of the keys. */
    @Override
    public String toString() {
        return "MasterKey" + names();
    }
}
