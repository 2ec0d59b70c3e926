package org.clausebot.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A token of 256 bits that opens the door once; the next one is made at once and told to the terminal. */
final class LinkSignIn extends SignIn {
    private final Consumer<URI> onNewLink;
    private final Attempts attempts;
    private final SecureRandom random = new SecureRandom();
    private @Nullable URI base;
    private byte[] token = new byte[0];

    LinkSignIn(Consumer<URI> onNewLink, Clock clock) {
        this.onNewLink = onNewLink;
        this.attempts = new Attempts(clock);
    }

    @Override
    SignInForm.Mode mode() {
        return SignInForm.Mode.LINK;
    }

    @Override
    synchronized void opened(URI address) {
        base = address;
        renew(address);
    }

    @Override
    synchronized Outcome attempt(String offered, String address) {
        long wait = attempts.mustWait(address);
        if (wait > 0) {
            return new Outcome.TooMany(wait);
        }
        byte[] given = offered.strip().getBytes(StandardCharsets.UTF_8);
        if (base == null || !MessageDigest.isEqual(token, given)) {
            attempts.failed(address);
            return new Outcome.Wrong("That link has been used already, or is not complete. Each link works once; the"
                    + " terminal where the server runs shows a new one.");
        }
        attempts.succeeded(address);
        renew(base);
        return new Outcome.In();
    }

    private void renew(URI address) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        token = text.getBytes(StandardCharsets.UTF_8);
        onNewLink.accept(address.resolve("/?token=" + text));
    }
}
