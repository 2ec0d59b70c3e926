/**
 * Copies the data folder while the server runs and puts a copy back, verified wholly before anything is replaced. Opens
 * nothing that is sealed, and never puts the master key into a backup unasked.
 */
@NullMarked
package org.clausebot.backup;

import org.jspecify.annotations.NullMarked;
