package org.clausebot.chat.teams.card;

import java.util.List;
import java.util.Optional;

/**
 * One message in Teams.
 *
 * @param text plain words, no markup. Beside a card they are what notifications say, on locked screens too (the
 *     activity's summary: as its text they would stand above the card); without one they are the message
 * @param card an Adaptive Card as JSON, within 28 KB; empty for words alone
 * @param suggested messages that are offered below, to be sent with a press as if typed; in a personal chat only
 */
public record TeamsMessage(String text, Optional<String> card, List<String> suggested) {
    /** The most bytes that Teams takes for a card. */
    public static final int MOST_BYTES = 28 * 1024;

    public TeamsMessage {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Every message has words");
        }
        suggested = List.copyOf(suggested);
    }

    public TeamsMessage(String text, Optional<String> card) {
        this(text, card, List.of());
    }

    TeamsMessage suggesting(List<String> messages) {
        return new TeamsMessage(text, card, messages);
    }
}
