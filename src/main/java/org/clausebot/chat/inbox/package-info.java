/**
 * What a chat service delivers: taken once, kept sealed until it is done, worked on in order for each person; and what is
 * sent there: in order and no faster than it may be. Knows no service and understands no message.
 */
@NullMarked
package org.clausebot.chat.inbox;

import org.jspecify.annotations.NullMarked;
