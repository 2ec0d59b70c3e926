package org.clausebot.chat.slack.wire;

import org.clausebot.chat.inbox.NotNowException;

/** Slack could not be asked what must be known before anything is answered. */
final class SlackUnavailableException extends NotNowException {
    private static final long serialVersionUID = 1L;

    SlackUnavailableException(String method, String error) {
        super("Slack's " + method + " did not answer: " + error);
    }
}
