package org.clausebot.chat.inbox;

/** The service could not be asked what must be known before anything is done; nothing was done, and it can be tried again. */
public class NotNowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message holds nothing that a person typed */
    public NotNowException(String message) {
        super(message);
    }
}
