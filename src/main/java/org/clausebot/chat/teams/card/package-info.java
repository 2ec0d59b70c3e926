/**
 * Replies as Adaptive Cards: messages, dialogs, search results.
 *
 * <p>It draws, and decides only what has no form where others read. Text of policies and of people stands in {@code
 * TextRun}s, which read no markdown; a {@code TextBlock} holds only headings without any sign that markdown knows. So
 * nothing has to be escaped, and everything appears as written.
 */
@NullMarked
package org.clausebot.chat.teams.card;

import org.jspecify.annotations.NullMarked;
