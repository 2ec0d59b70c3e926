package org.clausebot.http;

import java.util.Optional;

/** Knows the sessions at the case desk. They are kept on the server, so that each can be ended at once. Thread-safe. */
@FunctionalInterface
public interface ReceiverSessions {
    /**
     * The session that {@code token} opens, which counts as used now.
     *
     * @param token what the cookie holds, as it came: perhaps anything
     * @return empty when there is none, or it has ended
     */
    Optional<ReceiverSession> open(String token);

    /** For a server without a case desk. */
    static ReceiverSessions none() {
        return token -> Optional.empty();
    }
}
