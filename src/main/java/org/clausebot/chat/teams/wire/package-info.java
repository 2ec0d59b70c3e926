/**
 * The connection with Microsoft Teams: what comes is proved, taken once and handed over; what is said is sent. It is the one
 * place that knows Microsoft's SDK, and it understands no question and draws no card.
 */
@NullMarked
package org.clausebot.chat.teams.wire;

import org.jspecify.annotations.NullMarked;
