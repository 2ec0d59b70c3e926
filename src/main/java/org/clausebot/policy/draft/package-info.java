/**
 * Documents on their way into force: read, corrected by hand, compared with what is in force, published for a day, taken
 * back; and when a policy is to be reviewed. A draft answers no question, and a correction brings in no words.
 */
@NullMarked
package org.clausebot.policy.draft;

import org.jspecify.annotations.NullMarked;
