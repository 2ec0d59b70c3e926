/**
 * Turns a question into an answer: quoted, nearest, not covered, urgent or small talk.
 *
 * <p>It never writes a sentence in the policy's name. All that it shows as the policy's words is a {@link
 * org.clausebot.answer.Quote}, which cannot be made from anything but a clause of a policy.
 */
@NullMarked
package org.clausebot.answer;

import org.jspecify.annotations.NullMarked;
