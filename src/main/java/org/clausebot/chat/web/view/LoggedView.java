package org.clausebot.chat.web.view;

import org.clausebot.chat.Phrases;

/**
 * What is logged of questions, and the switch.
 *
 * @param on whether the reader's questions are logged
 */
public record LoggedView(Frame frame, Phrases.Logging words, boolean on) {}
