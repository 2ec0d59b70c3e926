package org.clausebot.desk.view;

import java.util.List;

/**
 * What was asked lately.
 *
 * @param empty whether no number can be shown yet
 * @param next the day when more can be shown
 * @param weeks figures by week
 * @param blocks figures by blocks of four weeks
 * @param block the weeks of all blocks together, in words; empty when there is none
 * @param used the clauses that answered most in them
 * @param changes what rose and fell between the last two blocks
 */
public record OwnerOverviewView(
        OwnerFrame frame,
        boolean empty,
        String next,
        List<OwnerFigure> weeks,
        List<OwnerFigure> blocks,
        String block,
        List<OwnerClause> used,
        OwnerFigure changes) {
    public OwnerOverviewView {
        weeks = List.copyOf(weeks);
        blocks = List.copyOf(blocks);
        used = List.copyOf(used);
    }
}
