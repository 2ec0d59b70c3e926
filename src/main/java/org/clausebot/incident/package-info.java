/**
 * From a finished conversation to a closed case: routed, sealed, receipted, followed up. The only place that decides who
 * may see a report.
 */
@NullMarked
package org.clausebot.incident;

import org.jspecify.annotations.NullMarked;
