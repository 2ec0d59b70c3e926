package org.clausebot.desk.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.seal.Vault;

/** Sets up access with an invitation, and changes a password or an authenticator later. */
final class SetUp {
    private final SchoolId school;
    private final People people;
    private final Accounts accounts;
    private final Sealing sealing;
    private final Passwords passwords;
    private final RecoveryCodes recovery;
    private final Vault vault;
    private final AuditTrail audit;
    private final AccessNotices notices;
    private final Clock clock;

    SetUp(ReceiverSignIn.Parts parts, People people, Sealing sealing, Passwords passwords, RecoveryCodes recovery) {
        this.school = parts.school();
        this.people = people;
        this.accounts = parts.accounts();
        this.sealing = sealing;
        this.passwords = passwords;
        this.recovery = recovery;
        this.vault = parts.vault();
        this.audit = parts.audit();
        this.notices = parts.notices();
        this.clock = parts.clock();
    }

    /** An invitation that still opens, and whose it is. */
    record Open(Invitation invitation, Receiver receiver) {}

    Optional<Open> open(String token) {
        return accounts.invitation(school, Tokens.hash(token))
                .filter(i -> clock.instant().isBefore(i.expires()))
                .filter(i -> accounts.find(school, i.receiver()).isEmpty())
                .flatMap(i -> people.byId(i.receiver()).map(person -> new Open(i, person)));
    }

    /**
     * The secret of an authenticator that is being set up, without anything being kept for it: whoever sees the page
     * anew is shown another.
     *
     * @param owner the invitation's token, or the session's id
     * @param setup random, from the form
     */
    byte[] totpSecret(String owner, String setup) {
        return Arrays.copyOf(vault.fingerprint("desk/authenticator", owner + " " + setup), Totp.SECRET_BYTES);
    }

    /** The time step that {@code code} is of; empty when it is no code of this moment. */
    OptionalLong step(byte[] secret, String code) {
        return Totp.step(secret, code, clock.instant());
    }

    /** Recovery codes to be shown once; empty when the invitation has been used meanwhile. */
    Optional<List<String>> withPassword(Open open, NewAccess given) {
        Account account = sealing.with(fresh(open), passwords.hash(given.password()), given.totp());
        List<String> codes = recovery.fresh();
        boolean done = accept(open, account, hashes(open.receiver().id(), codes), Optional.empty(), "password");
        if (done) {
            // The code that was just typed must not sign in somebody who looked over a shoulder.
            accounts.useStep(school, account.receiver(), given.step());
        }
        return done ? Optional.of(codes) : Optional.empty();
    }

    boolean withPasskey(Open open, Passkey passkey) {
        return accept(open, fresh(open), List.of(), Optional.of(passkey), "passkey");
    }

    /** @param pin the identity at the school's provider that the account is tied to from now on */
    boolean withProvider(Open open, String pin) {
        return accept(open, fresh(open).withPin(pin), List.of(), Optional.empty(), "school account");
    }

    private boolean accept(
            Open open, Account account, List<String> recoveryHashes, Optional<Passkey> passkey, String how) {
        boolean done = accounts.accept(school, open.invitation().hash(), account, recoveryHashes, passkey);
        if (done) {
            changed(account.receiver(), "access set up with " + how);
            people.watchers().stream()
                    .map(Receiver::id)
                    .filter(id -> account.waitsUntil().isPresent() && !id.equals(account.receiver()))
                    .forEach(notices::tell);
        }
        return done;
    }

    private Account fresh(Open open) {
        Instant now = clock.instant();
        Optional<Instant> until =
                open.invitation().waits() ? Optional.of(now.plus(Invitations.WAIT)) : Optional.empty();
        return sealing.empty(open.receiver().id(), now, until);
    }

    /** A new password beside the authenticator that there is. */
    void changePassword(Account account, String password) {
        byte[] totp = sealing.totp(account).orElseThrow();
        accounts.change(school, sealing.with(account, passwords.hash(password), totp));
        changed(account.receiver(), "password changed");
    }

    /** A new authenticator beside the password that there is; gives new recovery codes. */
    List<String> changeAuthenticator(Account account, NewAccess given) {
        String hash = sealing.password(account).orElseThrow();
        return replace(account, hash, given, "authenticator changed");
    }

    /** A first password and authenticator for an account that had neither; gives recovery codes. */
    List<String> addPassword(Account account, NewAccess given) {
        return replace(account, passwords.hash(given.password()), given, "password added");
    }

    private List<String> replace(Account account, String hash, NewAccess given, String action) {
        accounts.change(school, sealing.with(account, hash, given.totp()));
        accounts.useStep(school, account.receiver(), given.step());
        List<String> codes = recovery.fresh();
        accounts.recoveryCodes(school, account.receiver(), hashes(account.receiver(), codes));
        changed(account.receiver(), action);
        return codes;
    }

    List<String> newCodes(Account account) {
        List<String> codes = recovery.fresh();
        accounts.recoveryCodes(school, account.receiver(), hashes(account.receiver(), codes));
        changed(account.receiver(), "recovery codes renewed");
        return codes;
    }

    void entered(String receiver, String how) {
        audit.record(receiver, "signed in with " + how + " " + receiver);
    }

    /** The owner hears of it by mail: if it was not them, they know. */
    void changed(String receiver, String action) {
        audit.record(receiver, action + " " + receiver);
        notices.tell(receiver);
    }

    private List<String> hashes(String receiver, List<String> codes) {
        return codes.stream().map(code -> recovery.hash(receiver, code)).toList();
    }
}
