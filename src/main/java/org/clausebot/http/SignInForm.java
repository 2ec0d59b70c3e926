package org.clausebot.http;

import java.util.Optional;

/**
 * What the sign-in page shows.
 *
 * @param mode how people sign in here
 * @param problem why the last try failed, in words for the person; empty on the first visit
 * @param next the page to go on to, a path on this server
 */
public record SignInForm(Mode mode, Optional<String> problem, String next) {
    /** How people sign in. */
    public enum Mode {
        /** With the one-time link in the terminal. */
        LINK,
        /** With the passphrase that the school gave out. */
        PASSPHRASE
    }
}
