/**
 * The program: commands, settings and wiring. Nothing depends on it.
 */
@NullMarked
package org.clausebot.app;

import org.jspecify.annotations.NullMarked;
