package org.clausebot.answer;

import java.util.List;

/**
 * A question and what was asked before it in the same conversation.
 *
 * @param text as typed
 * @param earlier earlier questions of the conversation, oldest first; empty for a new one
 * @param onlyAsking true when the person has said that nothing has happened: then no first steps stand before the answer
 */
public record Question(String text, List<String> earlier, boolean onlyAsking) {
    public Question {
        earlier = List.copyOf(earlier);
    }

    public Question(String text) {
        this(text, List.of(), false);
    }

    public Question(String text, List<String> earlier) {
        this(text, earlier, false);
    }
}
