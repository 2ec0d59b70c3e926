/**
 * The page on which a member of staff reads a policy and says so, behind a link of their own. It knows nothing of what
 * anybody asked, and cannot: it reaches {@code acknowledgement} and nothing else that keeps people's data.
 */
@NullMarked
package org.clausebot.desk.read;

import org.jspecify.annotations.NullMarked;
