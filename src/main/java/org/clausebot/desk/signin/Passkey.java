package org.clausebot.desk.signin;

import java.time.Instant;

/**
 * A passkey (WebAuthn). Nothing in it is secret.
 *
 * @param id the credential's id in base64url; unique over all
 * @param receiver whose it is
 * @param name as its owner calls it, 1 to 60 characters
 * @param key the attested credential data as CBOR: model, id and public key
 * @param uses the authenticator's own counter; 0 where it has none
 * @param backupEligible whether the maker may copy it to other devices
 * @param made when it was added
 */
@SuppressWarnings("ArrayRecordComponent") // a public key, never compared
public record Passkey(
        String id, String receiver, String name, byte[] key, long uses, boolean backupEligible, Instant made) {
    public Passkey {
        if (name.isBlank() || name.length() > 60) {
            throw new IllegalArgumentException("A passkey has a name of 1 to 60 characters");
        }
    }
}
