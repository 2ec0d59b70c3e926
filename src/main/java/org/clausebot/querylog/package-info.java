/**
 * What staff ask, so that the policy can be mended: a question's words with everything hidden that may name somebody, what
 * came of it, and the week. It refuses to know who asked, at what time, and anything that belongs to a report.
 */
@NullMarked
package org.clausebot.querylog;

import org.jspecify.annotations.NullMarked;
