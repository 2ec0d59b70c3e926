/**
 * The search engine behind one door: Lucene and the sentence model.
 *
 * <p>Nothing of Lucene or of the model is visible outside; a hit is a clause, a score and spans.
 */
@NullMarked
package org.clausebot.search;

import org.jspecify.annotations.NullMarked;
