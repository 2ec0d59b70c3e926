package org.clausebot.flow;

/**
 * What a person answered to one step.
 *
 * @param value for the program: the text itself, {@code yes} or {@code no}, an option's id, {@code 2026-11-21T16:00},
 *     ids with commas between
 * @param shown for people, such as {@code Saturday 21 November 2026, about 16:00}
 */
public record Given(String value, String shown) {}
