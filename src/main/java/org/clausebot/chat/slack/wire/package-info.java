/**
 * Slack's two transports and its Web API: signatures, acknowledgements, repeated deliveries, rate limits, installation.
 * It understands no question and draws no block.
 */
@NullMarked
package org.clausebot.chat.slack.wire;

import org.jspecify.annotations.NullMarked;
