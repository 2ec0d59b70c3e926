package org.clausebot.seal;

/** What was kept sealed cannot be opened: it was altered, moved, or its key is gone. Says nothing of what it held. */
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SealBrokenException(String message) {
        super(message);
    }

    public SealBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
