package org.clausebot.desk.signin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.clausebot.seal.Vault;

/** Puts an account's secrets under its own data key, and takes them out again. */
final class Sealing {
    private final Vault vault;

    Sealing(Vault vault) {
        this.vault = vault;
    }

    /** A new account that nobody can sign in to yet. */
    Account empty(String receiver, Instant made, Optional<Instant> waitsUntil) {
        String id = Tokens.fresh();
        return new Account(
                receiver, id, vault.newKey(id), Optional.empty(), Optional.empty(), Optional.empty(), made, waitsUntil);
    }

    Account with(Account account, String passwordHash, byte[] totpSecret) {
        return account.with(
                vault.seal(
                        account.wrappedKey(),
                        account.id(),
                        place(account, "password"),
                        passwordHash.getBytes(StandardCharsets.UTF_8)),
                vault.seal(account.wrappedKey(), account.id(), place(account, "totp"), totpSecret));
    }

    Optional<String> password(Account account) {
        return account.password().map(kept -> new String(open(account, "password", kept), StandardCharsets.UTF_8));
    }

    Optional<byte[]> totp(Account account) {
        return account.totp().map(kept -> open(account, "totp", kept));
    }

    private byte[] open(Account account, String field, byte[] sealed) {
        return vault.open(account.wrappedKey(), account.id(), place(account, field), sealed);
    }

    private static String place(Account account, String field) {
        return "account/" + account.id() + "/" + field;
    }
}
