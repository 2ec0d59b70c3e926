package org.clausebot.app;

/** A command cannot do what was asked. Its message is what the person reads. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }

    RefusedException(Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
