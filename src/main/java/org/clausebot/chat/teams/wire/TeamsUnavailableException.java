package org.clausebot.chat.teams.wire;

import org.clausebot.chat.inbox.NotNowException;

/** Teams could not be asked what must be known before anything is answered. */
final class TeamsUnavailableException extends NotNowException {
    private static final long serialVersionUID = 1L;

    TeamsUnavailableException(String call) {
        super("Teams did not answer: " + call);
    }
}
