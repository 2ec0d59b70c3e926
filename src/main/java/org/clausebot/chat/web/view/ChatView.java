package org.clausebot.chat.web.view;

import java.util.List;
import org.clausebot.chat.Phrases;

/**
 * The chat page.
 *
 * @param exchanges the conversation so far, oldest first
 * @param policies to pick from; empty where there is only one
 * @param waits what this browser waits for
 */
public record ChatView(Frame frame, Phrases.Welcome welcome, List<ExchangeView> exchanges, List<Choice> policies, WaitListView waits) {
    /** A policy that can be asked by itself. */
    public record Choice(String id, String title, boolean picked) {}
}
