package org.clausebot.seal;

/** A key is missing, damaged, open to others or not the right one. The message tells the person what to do; it holds no key. */
public final class KeyException extends Exception {
    private static final long serialVersionUID = 1L;

    public KeyException(String message) {
        super(message);
    }

    public KeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
