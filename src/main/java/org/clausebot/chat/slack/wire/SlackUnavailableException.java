package org.clausebot.chat.slack.wire;

/** Slack could not be asked what must be known before anything is answered. */
final class SlackUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SlackUnavailableException(String method, String error) {
        super("Slack's " + method + " did not answer: " + error);
    }
}
