package org.clausebot.insight;

import java.util.List;
import java.util.Optional;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;

/** Gaps and decisions for tests. */
public final class GapSamples {
    private GapSamples() {}

    public static GapGroup group(String id, String name, float... centre) {
        return new GapGroup(id, name, List.of(name, name + " today"), 25, centre);
    }

    public static GapDecision elsewhere(GapGroup group, String words) {
        return new GapDecision(
                SchoolId.DEFAULT,
                group.id(),
                GapDecision.Kind.ELSEWHERE,
                group.name(),
                Optional.empty(),
                words,
                List.of(),
                group.wordings().isEmpty() ? List.of(group.name()) : group.wordings(),
                group.centre(),
                new IsoWeek(2026, 29));
    }
}
