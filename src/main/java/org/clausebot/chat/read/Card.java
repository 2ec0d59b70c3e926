package org.clausebot.chat.read;

import java.net.URI;
import java.util.List;

/**
 * What is shown to one person, in the chat that they have with the bot alone.
 *
 * @param notice what notifications say, on locked screens too: that there is something, and no more
 * @param buttons below the lines; none when nothing is to be done any more
 */
public record Card(String notice, List<Line> lines, List<Button> buttons) {
    public Card {
        lines = List.copyOf(lines);
        buttons = List.copyOf(buttons);
        if (notice.isBlank() || lines.isEmpty()) {
            throw new IllegalArgumentException("A card says something");
        }
    }

    /** A part of it. */
    public sealed interface Line {
        /** A heading. */
        record Title(String text) implements Line {}

        /** The bot's own words. */
        record Words(String text) implements Line {}

        /**
         * The policy's words, to the letter.
         *
         * @param label what it is called above them, such as the clause's number; empty for nothing
         */
        record Quoted(String label, String text) implements Line {}
    }

    /** Something to press. */
    public sealed interface Button {
        String label();

        /** Opens the person's own page. */
        record Open(String label, URI page) implements Button {}

        /** @param strong whether it is what the card is for */
        record Do(String label, ReadPress press, boolean strong) implements Button {}
    }
}
