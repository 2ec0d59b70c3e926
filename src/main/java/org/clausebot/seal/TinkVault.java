package org.clausebot.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.PrfHmacJce;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/**
 * Envelope encryption: AES-256-GCM under a data key a record, the data key wrapped by the master key. Forms:
 *
 * <ul>
 *   <li>wrapped key: Tink's ciphertext of the 32 bytes of the data key, 65 bytes, bound to the record;
 *   <li>sealed bytes: one byte 1 (the form), 12 of nonce, the ciphertext, 16 of tag, bound to record and place.
 * </ul>
 *
 * A data key is raw and not a Tink keyset, because parsing one would take most of the time of sealing a short answer.
 */
final class TinkVault implements Vault {
    private static final byte FORM = 1;
    private static final int KEY_BYTES = 32;
    private static final int WRAPPED_BYTES = 65;
    private static final String ALTERED =
            "What was kept sealed cannot be opened: it was altered, belongs elsewhere, or its key is not here";

    private final LiveMaster master;
    private final Prf fingerprints;
    private final SecureRandom random = new SecureRandom();

    /** @param fingerprintKey 32 bytes */
    TinkVault(LiveMaster master, byte[] fingerprintKey) {
        this.master = master;
        this.fingerprints =
                TinkSetup.must(() -> new PrfHmacJce("HMACSHA256", new SecretKeySpec(fingerprintKey, "HMAC")));
    }

    @Override
    public byte[] newKey(String record) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        try {
            return master.newest().wrap(key, boundTo(record));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public byte[] seal(byte[] wrappedKey, String record, String place, byte[] plain) {
        byte[] sealed = TinkSetup.must(() -> dataKey(wrappedKey, record).encrypt(plain, boundTo(record, place)));
        byte[] formed = new byte[sealed.length + 1];
        formed[0] = FORM;
        System.arraycopy(sealed, 0, formed, 1, sealed.length);
        return formed;
    }

    @Override
    public byte[] open(byte[] wrappedKey, String record, String place, byte[] sealed) {
        Aead key = dataKey(wrappedKey, record);
        if (sealed.length == 0 || sealed[0] != FORM) {
            throw new SealBrokenException(ALTERED);
        }
        try {
            return key.decrypt(Arrays.copyOfRange(sealed, 1, sealed.length), boundTo(record, place));
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(ALTERED, e);
        }
    }

    @Override
    public byte[] rewrap(byte[] wrappedKey, String record) {
        byte[] key = unwrapped(wrappedKey, record);
        try {
            return master.newest().wrap(key, boundTo(record));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public byte[] fingerprint(String purpose, String secret) {
        return TinkSetup.must(() -> fingerprints.compute(Bound.to("clausebot.fingerprint", purpose, secret), 32));
    }

    private Aead dataKey(byte[] wrappedKey, String record) {
        byte[] key = unwrapped(wrappedKey, record);
        try {
            return TinkSetup.must(() -> new AesGcmJce(key));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] unwrapped(byte[] wrappedKey, String record) {
        if (wrappedKey.length != WRAPPED_BYTES) {
            throw new SealBrokenException(ALTERED);
        }
        try {
            return master.knowing(wrappedKey).unwrap(wrappedKey, boundTo(record));
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(ALTERED, e);
        }
    }

    static byte[] boundTo(String record) {
        return Bound.to("clausebot.data-key", record);
    }

    private static byte[] boundTo(String record, String place) {
        return Bound.to("clausebot.sealed", record, place);
    }
}
