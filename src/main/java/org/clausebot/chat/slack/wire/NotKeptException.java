package org.clausebot.chat.slack.wire;

/** What Slack sent could not be kept, so it must not be acknowledged. */
final class NotKeptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotKeptException() {
        super("A delivery from Slack could not be kept", null, false, false);
    }
}
