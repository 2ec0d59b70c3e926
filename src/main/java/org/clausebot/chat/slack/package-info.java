/**
 * The conversation in Slack: what was delivered goes to the assistant, and what it replies goes where only the right
 * people see it. In channels only clauses are shown, to the asker alone unless they share them; all else is said in a
 * direct message.
 *
 * <p>It knows nothing of HTTP or sockets ({@code chat.slack.wire}) and draws nothing itself ({@code chat.slack.block}).
 */
@NullMarked
package org.clausebot.chat.slack;

import org.jspecify.annotations.NullMarked;
