/**
 * Questions that the policy did not answer, whose askers want to be told when it does. It is the one case in which the
 * words of a question are kept as they were written, with who asked: sealed, because their asker pressed a button for it, and
 * no longer than needed.
 *
 * <p>It knows no channel: whom to tell is an {@link org.clausebot.chat.awaited.Address}, and each channel that can reach
 * people later gives a {@link org.clausebot.chat.awaited.Teller}. The web page gives none: there, somebody is told {@linkplain
 * org.clausebot.chat.awaited.OnReturn when they come back} with the browser that they asked in. It counts and logs no question.
 */
@NullMarked
package org.clausebot.chat.awaited;

import org.jspecify.annotations.NullMarked;
