package org.clausebot.insight;

import java.util.List;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;

/**
 * The gaps of a school as they were found once.
 *
 * @param first the first week that was looked at
 * @param asOf the last week that was looked at
 * @param sampled whether there were so many wordings that a part of the questions stands for all
 * @param groups what is asked steadily first, then what is asked now and then, then what clauses answer for most who ask; in
 *     each, the largest first
 */
public record GapFindings(SchoolId school, IsoWeek first, IsoWeek asOf, boolean sampled, List<GapGroup> groups) {
    public GapFindings {
        groups = List.copyOf(groups);
    }
}
