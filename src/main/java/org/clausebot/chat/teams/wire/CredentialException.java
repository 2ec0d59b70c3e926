package org.clausebot.chat.teams.wire;

/** A certificate cannot be used. Its message says which file, what is wrong and what to do; it holds no secret. */
public final class CredentialException extends Exception {
    private static final long serialVersionUID = 1L;

    CredentialException(String message) {
        super(message);
    }

    CredentialException(String message, Throwable cause) {
        super(message, cause);
    }
}
