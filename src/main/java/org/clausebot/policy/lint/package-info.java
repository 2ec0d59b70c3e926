/**
 * Finds what is wrong with a policy document, for the person who owns it: a number that is missing, a list that reverses
 * its items, an appendix that is not there, a review date that has passed.
 *
 * <p>{@link org.clausebot.policy.lint.PolicyLinter} is the door. It looks at one policy at a time, changes nothing, and
 * says nothing where it is not sure: a linter that cries wolf is turned off.
 */
@NullMarked
package org.clausebot.policy.lint;

import org.jspecify.annotations.NullMarked;
