package org.clausebot.chat.web.view;

/**
 * A question and its answer.
 *
 * @param number of the answer within the conversation, from 1
 * @param question as typed, perhaps shortened
 * @param latest true for the one just given on a page without script
 */
public record ExchangeView(int number, String question, ReplyView reply, boolean latest) {
    /** The id of the element on the page. */
    public String id() {
        return latest ? "latest" : "answer-" + number;
    }
}
