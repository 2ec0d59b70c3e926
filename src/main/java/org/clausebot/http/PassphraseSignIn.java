package org.clausebot.http;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Semaphore;

/** One passphrase for the school, kept as an argon2id hash. */
final class PassphraseSignIn extends SignIn {
    static final int MAX_LENGTH = 256;

    private final String hash;
    private final Argon2Function function;
    private final Attempts attempts;
    /** Each check takes the hash's memory; a crowd of guesses must not take it many times over. */
    private final Semaphore checks = new Semaphore(2);

    PassphraseSignIn(String hash, Clock clock) {
        this.hash = hash;
        this.attempts = new Attempts(clock);
        try {
            this.function = Argon2Function.getInstanceFromHash(hash);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw notAHash();
        }
        if (function.getVariant() != Argon2.ID) {
            throw notAHash();
        }
    }

    private static IllegalArgumentException notAHash() {
        return new IllegalArgumentException(
                "The passphrase setting must be an argon2id hash, which begins with $argon2id$, not the passphrase");
    }

    @Override
    SignInForm.Mode mode() {
        return SignInForm.Mode.PASSPHRASE;
    }

    @Override
    void opened(URI base) {
        // The passphrase is the same wherever the server listens.
    }

    @Override
    Outcome attempt(String offered, String address) {
        long wait = attempts.mustWait(address);
        if (wait > 0) {
            return new Outcome.TooMany(wait);
        }
        if (!isRight(offered)) {
            attempts.failed(address);
            return new Outcome.Wrong("That is not the passphrase. Check it and try again, or ask your school office.");
        }
        attempts.succeeded(address);
        return new Outcome.In();
    }

    private boolean isRight(String offered) {
        if (offered.isEmpty() || offered.length() > MAX_LENGTH) {
            return false;
        }
        checks.acquireUninterruptibly();
        try {
            return Password.check(offered, hash).with(function);
        } finally {
            checks.release();
        }
    }
}
