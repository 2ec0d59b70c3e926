/**
 * The conversation in a terminal and the JSON that other programs read. It translates and decides nothing.
 */
@NullMarked
package org.clausebot.chat.terminal;

import org.jspecify.annotations.NullMarked;
