package org.clausebot.desk.signin;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.clausebot.http.Attempts;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;

/**
 * Signs in by e-mail address, password and a code. Whatever is wrong - the address, the password, the code, a person
 * without an account - the answer has the same words and has cost the same work.
 */
final class PasswordSignIn {
    private final SchoolId school;
    private final People people;
    private final Accounts accounts;
    private final Sealing sealing;
    private final Passwords passwords;
    private final RecoveryCodes recovery;
    private final Clock clock;
    private final Attempts byAddress;
    private final Attempts byAccount;
    /** Stands in for an account that is not there, so that its absence takes as long. */
    private final Account decoy;

    PasswordSignIn(
            SchoolId school,
            People people,
            Accounts accounts,
            Sealing sealing,
            Passwords passwords,
            RecoveryCodes recovery,
            Clock clock) {
        this.school = school;
        this.people = people;
        this.accounts = accounts;
        this.sealing = sealing;
        this.passwords = passwords;
        this.recovery = recovery;
        this.clock = clock;
        this.byAddress = new Attempts(clock);
        this.byAccount = new Attempts(clock);
        Account nobody = sealing.empty("nobody", clock.instant(), Optional.empty());
        this.decoy = sealing.with(nobody, passwords.hash(Tokens.fresh()), Tokens.bytes(Totp.SECRET_BYTES));
    }

    /** What came of an attempt. */
    sealed interface Outcome {
        /** @param recoveryCode whether a recovery code was used up for it */
        record In(Receiver receiver, boolean recoveryCode) implements Outcome {}

        record Wrong() implements Outcome {}

        record TooMany(long seconds) implements Outcome {}
    }

    Outcome attempt(String email, String password, String code, String address) {
        String who = email.strip().toLowerCase(Locale.ROOT);
        String key = Tokens.hash(who);
        long wait = Math.max(byAddress.mustWait(address), byAccount.mustWait(key));
        if (wait > 0) {
            return new Outcome.TooMany(wait);
        }
        // Counted before it is judged: a hundred guesses sent at once are a hundred.
        byAddress.failed(address);
        byAccount.failed(key);
        Optional<Receiver> person = people.byEmail(who);
        Optional<Account> found = person.flatMap(p -> accounts.find(school, p.id()))
                .filter(a -> a.password().isPresent());
        Account account = found.orElse(decoy);
        boolean right = passwords.isRight(password, sealing.password(account).orElse(""));
        OptionalLong step = Totp.step(sealing.totp(account).orElseThrow(), code, clock.instant());
        String recoveryHash = recovery.hash(account.receiver(), code);
        if (found.isEmpty() || !right || !secondFactor(account, step, recoveryHash)) {
            return new Outcome.Wrong();
        }
        byAddress.succeeded(address);
        byAccount.succeeded(key);
        return new Outcome.In(person.orElseThrow(), step.isEmpty());
    }

    private boolean secondFactor(Account account, OptionalLong step, String recoveryHash) {
        return step.isPresent()
                ? accounts.useStep(school, account.receiver(), step.getAsLong())
                : accounts.useRecoveryCode(school, account.receiver(), recoveryHash);
    }
}
