package org.clausebot.mail;

import jakarta.mail.MessagingException;

/** It went wrong before any mail was spoken of. */
final class NoConnectionException extends MessagingException {
    private static final long serialVersionUID = 1L;

    NoConnectionException(MessagingException cause) {
        super("no connection", cause);
    }
}
