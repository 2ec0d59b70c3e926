package org.clausebot.answer;

import java.util.List;

/**
 * A question and what was asked before it in the same conversation.
 *
 * @param text as typed
 * @param earlier earlier questions of the conversation, oldest first; empty for a new one
 */
public record Question(String text, List<String> earlier) {
    public Question {
        earlier = List.copyOf(earlier);
    }

    public Question(String text) {
        this(text, List.of());
    }
}
