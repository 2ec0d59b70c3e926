package org.clausebot.answer;

import org.clausebot.policy.ClauseRef;

/**
 * A clause's place among all clauses for a question, whether or not it is shown.
 *
 * @param clause where it stands
 * @param score greater is better; comparable within one answer
 */
public record Ranked(ClauseRef clause, double score) {}
