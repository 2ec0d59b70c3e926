package org.clausebot.chat.read;

import java.util.List;
import java.util.Optional;

/** What a channel hands over to. Thread-safe. */
public interface Reads {
    /** Whether words ask what is to be read, such as "what must I read?". */
    boolean asks(String words);

    /**
     * What is asked of somebody, a card each; one that says so when there is nothing.
     *
     * @param mail the address that the chat program has for them; empty when it does not tell
     */
    List<Card> outstanding(Optional<String> mail);

    /**
     * Does what a button is for.
     *
     * @param mail of the person who pressed it
     */
    Outcome press(Optional<String> mail, ReadPress press);

    /**
     * What came of a press.
     *
     * @param instead takes the place of the card that was pressed; empty when that stays
     * @param next what is said after it
     */
    record Outcome(Optional<Card> instead, List<Card> next) {
        public Outcome {
            next = List.copyOf(next);
        }
    }
}
