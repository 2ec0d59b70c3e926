/**
 * "Read and understood" in chat programs: what somebody is asked to read, the questions one by one, and their own press at
 * the end. It knows {@code acknowledgement} and nothing of what anybody asks the bot, so the two cannot meet here; channels
 * are given cards to draw and hand presses back, with the mail address that their program vouches for.
 */
@NullMarked
package org.clausebot.chat.read;

import org.jspecify.annotations.NullMarked;
