package org.clausebot.insight;

import java.util.List;
import java.util.Optional;
import org.clausebot.policy.SchoolId;

/** Where gaps and what was decided of them are kept. */
public interface GapRows {
    /** As they were kept last. */
    Optional<GapFindings> findings(SchoolId school);

    /** In place of those before, of which nothing is left. */
    void keep(GapFindings findings);

    /** The newest first. */
    List<GapDecision> decisions(SchoolId school);

    /** In place of an earlier one on the same gap. */
    void decide(GapDecision decision);

    /** @return whether there was one */
    boolean takeBack(SchoolId school, String group);
}
