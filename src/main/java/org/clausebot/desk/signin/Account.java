package org.clausebot.desk.signin;

import java.time.Instant;
import java.util.Optional;

/**
 * How one receiver signs in. Everything secret in it is sealed.
 *
 * @param receiver the receiver's id in the school's settings
 * @param id random; the record that the account's data key belongs to
 * @param wrappedKey the account's data key
 * @param password the sealed argon2id hash; empty where there is none
 * @param totp the sealed secret of the authenticator (RFC 6238); always there with a password
 * @param pin a keyed hash of the identity at the school's provider that belongs to this account; empty for none
 * @param made when it was set up
 * @param waitsUntil before then no case is shown to it
 */
@SuppressWarnings("ArrayRecordComponent") // sealed bytes, written once and never compared
public record Account(
        String receiver,
        String id,
        byte[] wrappedKey,
        Optional<byte[]> password,
        Optional<byte[]> totp,
        Optional<String> pin,
        Instant made,
        Optional<Instant> waitsUntil) {
    public Account {
        if (password.isPresent() != totp.isPresent()) {
            throw new IllegalArgumentException("A password comes with an authenticator, and neither without the other");
        }
    }

    boolean waits(Instant now) {
        return waitsUntil.filter(now::isBefore).isPresent();
    }

    Account withPin(String identity) {
        return new Account(receiver, id, wrappedKey, password, totp, Optional.of(identity), made, waitsUntil);
    }

    Account withoutWaiting() {
        return new Account(receiver, id, wrappedKey, password, totp, pin, made, Optional.empty());
    }

    Account with(byte[] sealedPassword, byte[] sealedTotp) {
        return new Account(
                receiver, id, wrappedKey, Optional.of(sealedPassword), Optional.of(sealedTotp), pin, made, waitsUntil);
    }
}
