package org.clausebot.desk.view;

/**
 * One clause of a draft, to correct how it was read.
 *
 * @param at where it stands, which its forms send back
 * @param before the text that stands before it, and {@code after} the text behind it
 * @param printed its own text as the document has it
 * @param next the number of the clause behind it; empty where it is the last
 * @param form what was typed, where it was refused
 */
public record OwnerClauseView(
        OwnerFrame frame,
        String draft,
        String title,
        String seen,
        String at,
        String name,
        String address,
        String heading,
        String leadIn,
        String before,
        String printed,
        String after,
        String next,
        Form form) {}
