package org.clausebot.desk.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.clausebot.seal.SealBrokenException;
import org.clausebot.seal.Vault;

/** A vault that seals for real, with a key that dies with the test. */
final class TestVault implements Vault {
    private final byte[] master = Tokens.bytes(32);

    @Override
    public byte[] newKey(String record) {
        return Tokens.bytes(16);
    }

    @Override
    public byte[] seal(byte[] wrappedKey, String record, String place, byte[] plain) {
        byte[] nonce = Tokens.bytes(12);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, wrappedKey, nonce, record + place, plain);
        byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
        return all;
    }

    @Override
    public byte[] open(byte[] wrappedKey, String record, String place, byte[] sealed) {
        return crypt(
                Cipher.DECRYPT_MODE,
                wrappedKey,
                Arrays.copyOf(sealed, 12),
                record + place,
                Arrays.copyOfRange(sealed, 12, sealed.length));
    }

    @Override
    public byte[] rewrap(byte[] wrappedKey, String record) {
        return wrappedKey.clone();
    }

    @Override
    public byte[] fingerprint(String purpose, String secret) {
        return mac(purpose + "|" + secret);
    }

    private byte[] crypt(int mode, byte[] key, byte[] nonce, String bound, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] own = mac("key " + Tokens.text(key));
            cipher.init(mode, new SecretKeySpec(own, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("It was altered or belongs elsewhere", e);
        }
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC", e);
        }
    }
}
