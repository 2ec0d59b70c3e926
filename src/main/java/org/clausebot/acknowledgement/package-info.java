/**
 * Who has read and understood which version of a policy. It knows people by name, and so it knows nothing of what anybody
 * asked: it has its own people, ids and tables, and neither it nor what uses it can reach the question log. Which clauses
 * are asked for most is handed to it as plain addresses.
 */
@NullMarked
package org.clausebot.acknowledgement;

import org.jspecify.annotations.NullMarked;
