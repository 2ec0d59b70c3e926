package org.clausebot.insight;

import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;

/**
 * How many drafts the questions of a block were counted for. Were it any number, somebody could tell from many drafts, made
 * for the purpose, whether one question was asked. Kept through restarts.
 */
public interface RehearsalTurns {
    /** How many drafts a block's questions are counted for. */
    int MOST = 2;

    /**
     * Takes a turn, if there is one left or {@code draft} has one already.
     *
     * @param block its first week
     * @param draft stands for all that decides how questions are answered, before and after
     * @return false when {@link #MOST} others had theirs
     */
    boolean take(SchoolId school, IsoWeek block, String draft);
}
