/** Adaptive Cards: draws every reply, within what Teams takes. */
@NullMarked
package org.clausebot.chat.teams.card;

import org.jspecify.annotations.NullMarked;
