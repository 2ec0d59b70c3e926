package org.clausebot.policy;

/** The policies on disk cannot be read or written. Its message names the place and what to do, fit to show. */
public final class LibraryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public LibraryException(String message) {
        super(message);
        this.sentence = message;
    }

    public LibraryException(String message, Throwable cause) {
        super(message, cause);
        this.sentence = message;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
