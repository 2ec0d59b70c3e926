/**
 * What the question log says of the policies, for those who keep them. It tells of nobody: no number for fewer than five,
 * no words that only one asked. Nothing but this package reads the log's entries.
 */
@NullMarked
package org.clausebot.insight;

import org.jspecify.annotations.NullMarked;
