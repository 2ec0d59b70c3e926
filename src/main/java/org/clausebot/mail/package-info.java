/**
 * Sends notices by e-mail. A notice says that there is something to read, and nothing about what.
 */
@NullMarked
package org.clausebot.mail;

import org.jspecify.annotations.NullMarked;
