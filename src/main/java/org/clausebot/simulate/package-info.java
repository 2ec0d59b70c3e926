/**
 * A made-up year of questions with known truths in it, for trying the policy desk and for proving that it finds them. Every
 * word of it is the project's own; nothing here reads what real people asked.
 */
@NullMarked
package org.clausebot.simulate;

import org.jspecify.annotations.NullMarked;
