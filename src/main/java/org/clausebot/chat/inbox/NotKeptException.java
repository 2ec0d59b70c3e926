package org.clausebot.chat.inbox;

/** What was delivered could not be kept, so it must not be acknowledged. */
public final class NotKeptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param service such as {@code slack} */
    public NotKeptException(String service) {
        super("A delivery from " + service + " could not be kept", null, false, false);
    }
}
