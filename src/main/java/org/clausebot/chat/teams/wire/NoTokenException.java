package org.clausebot.chat.teams.wire;

import java.io.IOException;

/** Entra gave no token. Its message says why, as far as is known, and what to do; it holds no secret. */
public final class NoTokenException extends IOException {
    private static final long serialVersionUID = 1L;

    NoTokenException(String message) {
        super(message);
    }
}
