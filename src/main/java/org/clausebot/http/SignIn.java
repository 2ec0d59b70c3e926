package org.clausebot.http;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.function.Consumer;

/** How people show that they may use this server. */
public abstract sealed class SignIn permits LinkSignIn, PassphraseSignIn {
    SignIn() {}

    /**
     * A one-time link for whoever can read the terminal.
     *
     * @param onNewLink hears of each new link: at start, and whenever one was used
     */
    public static SignIn byLink(Consumer<URI> onNewLink, Clock clock) {
        return new LinkSignIn(onNewLink, clock);
    }

    /**
     * One passphrase for the school.
     *
     * @param hash as {@link #hash} gives it
     * @throws IllegalArgumentException when it is no argon2id hash
     */
    public static SignIn byPassphrase(String hash, Clock clock) {
        return new PassphraseSignIn(hash, clock);
    }

    /** The argon2id hash to put into the settings: 19 MiB, 2 passes, random salt. */
    public static String hash(String passphrase) {
        if (passphrase.length() < 12 || passphrase.length() > PassphraseSignIn.MAX_LENGTH) {
            throw new IllegalArgumentException("A passphrase has 12 to " + PassphraseSignIn.MAX_LENGTH + " characters");
        }
        return Password.hash(passphrase)
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID))
                .getResult();
    }

    /**
     * Refuses to serve others than this computer without a passphrase. Call it before anything starts.
     *
     * @param host the address to bind
     * @throws IllegalArgumentException with an explanation for whoever starts the server
     */
    public static void requireFor(String host, boolean passphraseConfigured) {
        if (!passphraseConfigured && !isLoopback(host)) {
            throw new IllegalArgumentException("The server was told to listen on " + host
                    + ", which other computers can reach, but no sign-in is configured for them. Set a passphrase, or"
                    + " listen on 127.0.0.1, where the one-time link in the terminal is enough");
        }
    }

    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    abstract SignInForm.Mode mode();

    /** Called when the server has an address. */
    abstract void opened(URI base);

    /** @param offered what was typed, or came with a link */
    abstract Outcome attempt(String offered, String address);

    /** What came of an attempt. */
    sealed interface Outcome {
        record In() implements Outcome {}

        /** @param words for the person; the same whatever was wrong */
        record Wrong(String words) implements Outcome {}

        /** @param seconds to wait before anything is tried again */
        record TooMany(long seconds) implements Outcome {}
    }
}
