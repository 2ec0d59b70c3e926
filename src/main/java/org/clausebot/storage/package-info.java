/**
 * SQLite behind narrow ports. No other package speaks SQL.
 */
@NullMarked
package org.clausebot.storage;

import org.jspecify.annotations.NullMarked;
