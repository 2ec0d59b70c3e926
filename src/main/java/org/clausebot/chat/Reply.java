package org.clausebot.chat;

import org.clausebot.answer.Answer;

/** What a channel must be able to show. Switched over without a default. */
public sealed interface Reply {
    /** The answer to a question. */
    record Answered(Answer answer) implements Reply {}

    /** Nothing was typed. */
    record Blank() implements Reply {}

    /**
     * More was typed than a question needs.
     *
     * @param length how many characters it has
     * @param limit how many it may have
     */
    record TooLong(int length, int limit) implements Reply {}
}
