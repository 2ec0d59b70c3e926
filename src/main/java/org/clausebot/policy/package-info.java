/**
 * Reads a school's policy documents into clauses exactly as printed, finds what is wrong with a document, and compares
 * two versions of it.
 *
 * <p>It never rewrites, renumbers or completes what a document says: a clause is always a span of the document it came
 * from, and {@link org.clausebot.policy.Policy} refuses to exist otherwise.
 */
@NullMarked
package org.clausebot.policy;

import org.jspecify.annotations.NullMarked;
