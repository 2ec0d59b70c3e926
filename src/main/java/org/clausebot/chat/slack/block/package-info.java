/**
 * Replies as Slack's Block Kit: messages, the Home tab and windows (modals).
 *
 * <p>It draws and decides nothing. Nothing here is ever {@code mrkdwn}: words stand in {@code plain_text} without emoji
 * codes or in {@code rich_text}, so that a policy or a question appears as written and notifies nobody.
 */
@NullMarked
package org.clausebot.chat.slack.block;

import org.jspecify.annotations.NullMarked;
