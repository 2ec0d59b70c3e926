package org.clausebot.chat.teams.card;

import java.util.Optional;

/**
 * One message in Teams.
 *
 * @param text the whole in plain words, for notifications and screen readers; shown where there is no card
 * @param card an Adaptive Card as JSON, within 28 KB; empty for words alone
 */
public record TeamsMessage(String text, Optional<String> card) {
    /** The most bytes that Teams takes for a card. */
    public static final int MOST_BYTES = 28 * 1024;

    public TeamsMessage {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Every message has words");
        }
    }
}
