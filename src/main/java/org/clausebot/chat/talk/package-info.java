/**
 * What channels of chat programs share: which reply may be shown where, what a button carries, what is remembered for a
 * while, and how words and presses become questions and reports. Knows no such program; a channel gives it a {@link
 * org.clausebot.chat.talk.Voice}.
 */
@NullMarked
package org.clausebot.chat.talk;

import org.jspecify.annotations.NullMarked;
