/**
 * Measures how well questions are answered and how fast: reads files of questions with the clauses that answer them,
 * asks each, and says how near the answers come.
 *
 * <p>It judges by the clauses' addresses alone and knows nothing of how they were found.
 */
@NullMarked
package org.clausebot.measure;

import org.jspecify.annotations.NullMarked;
