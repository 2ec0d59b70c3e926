package org.clausebot.chat.web.view;

import java.util.List;
import org.clausebot.chat.Phrases;

/**
 * The chat page.
 *
 * @param exchanges the conversation so far, oldest first
 */
public record ChatView(Frame frame, Phrases.Welcome welcome, List<ExchangeView> exchanges) {}
