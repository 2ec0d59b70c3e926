package org.clausebot.desk.view;

/**
 * Words of a draft's document that are in no clause, to bring them back.
 *
 * @param at where they stand, which its forms send back
 * @param reason why they are in none
 * @param before the text that stands before them, and {@code after} the text behind them
 * @param beside the number of the clause to which they may belong; empty where none stands beside them
 * @param form what was typed, where it was refused
 */
public record OwnerAsideView(
        OwnerFrame frame,
        String draft,
        String title,
        String seen,
        String at,
        String reason,
        String before,
        String printed,
        String after,
        String beside,
        Form form) {}
