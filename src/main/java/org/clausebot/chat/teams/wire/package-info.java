/** The connection with Microsoft Teams: what comes is proved, taken once and handed over; what is said is sent. */
@NullMarked
package org.clausebot.chat.teams.wire;

import org.jspecify.annotations.NullMarked;
