package org.clausebot.insight;

/** A draft that could not be rehearsed; the message is fit to show. */
public final class RehearsalException extends Exception {
    private static final long serialVersionUID = 1L;

    public RehearsalException(String message, Throwable cause) {
        super(message, cause);
    }
}
