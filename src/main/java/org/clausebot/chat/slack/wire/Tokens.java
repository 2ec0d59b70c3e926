package org.clausebot.chat.slack.wire;

import java.util.Optional;
import org.clausebot.seal.Hidden;

/** The token for what is done in a workspace. */
interface Tokens {
    /** Empty when the app is not installed there. */
    Optional<Access> of(String enterprise, String team);

    /** The app was removed, or its token revoked. */
    void forget(String enterprise, String team, boolean wholeOrganisation);

    /**
     * @param token of the bot
     * @param botUser the bot's user id; empty when it is not known
     */
    record Access(Hidden token, String botUser) {}
}
