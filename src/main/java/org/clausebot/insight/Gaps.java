package org.clausebot.insight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.clausebot.insight.GapFinder.Scope;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Period;

/**
 * The gaps as they are shown, and what was decided of them. They are found in the background and kept; asking for them
 * costs nothing. Thread-safe.
 */
public final class Gaps {
    /** A gap that is found again lies about where it lay: cosine of the centres. */
    private static final double SAME = 0.8;

    private final GapRows rows;
    private final GapFinder finder;
    private final Supplier<List<Period>> blocks;
    private final Supplier<List<SchoolId>> schools;
    private final Map<SchoolId, GapFindings> found = new ConcurrentHashMap<>();
    private final Map<SchoolId, List<GapDecision>> decided = new ConcurrentHashMap<>();

    /**
     * @param blocks that are over and wholly kept now, the oldest first
     * @param schools of the installation: one, or those of a trust, of which all together and each by itself is told
     */
    public Gaps(GapRows rows, GapFinder finder, Supplier<List<Period>> blocks, Supplier<List<SchoolId>> schools) {
        this.rows = rows;
        this.finder = finder;
        this.blocks = blocks;
        this.schools = schools;
    }

    /** As they were found last; empty before any block of four weeks is over. */
    public Optional<GapFindings> findings(SchoolId school) {
        GapFindings kept = found.get(school);
        if (kept == null) {
            Optional<GapFindings> read = rows.findings(school);
            read.ifPresent(findings -> found.putIfAbsent(school, findings));
            return read;
        }
        return Optional.of(kept);
    }

    /** One of those that are shown. */
    public Optional<GapGroup> group(SchoolId school, String id) {
        return findings(school).stream()
                .flatMap(findings -> findings.groups().stream())
                .filter(group -> group.id().equals(id))
                .findFirst();
    }

    /** What was decided, the newest first. */
    public List<GapDecision> decisions(SchoolId school) {
        return decided.computeIfAbsent(school, rows::decisions);
    }

    public Optional<GapDecision> decision(SchoolId school, String group) {
        return decisions(school).stream().filter(d -> d.group().equals(group)).findFirst();
    }

    public void decide(GapDecision decision) {
        rows.decide(decision);
        decided.remove(decision.school());
    }

    /** @return what was taken back; empty when nothing was decided */
    public Optional<GapDecision> takeBack(SchoolId school, String group) {
        Optional<GapDecision> before = decision(school, group);
        rows.takeBack(school, group);
        decided.remove(school);
        return before;
    }

    /**
     * Looks again, if other blocks are to be looked at than the last time: when one more is over, or the oldest is no longer
     * kept. Takes up to a minute; never called by a request.
     *
     * @param school one of the installation, or {@link SchoolId#ALL}
     * @return whether it looked
     */
    public boolean refresh(SchoolId school) {
        List<Period> now = blocks.get();
        Optional<GapFindings> before = findings(school);
        boolean same = before.isPresent()
                && !now.isEmpty()
                && before.get().first().equals(now.getFirst().first())
                && before.get().asOf().equals(now.getLast().last());
        if (same || (now.isEmpty() && before.isEmpty())) {
            return false;
        }
        List<SchoolId> all = schools.get();
        boolean trust = school.equals(SchoolId.ALL);
        Optional<GapFindings> fresh = finder.find(
                school,
                trust ? Scope.TRUST : all.size() > 1 ? Scope.OF_A_TRUST : Scope.ONE_SCHOOL,
                trust ? all : List.of(school),
                now,
                before.map(GapFindings::groups).orElse(List.of()));
        if (fresh.isEmpty()) {
            // All of it is deleted from the log by now: what was shown of it goes too.
            fresh = before.map(old -> new GapFindings(school, old.first(), old.asOf(), false, List.of()));
        }
        fresh.ifPresent(findings -> {
            follow(findings);
            rows.keep(findings);
            found.put(school, findings);
        });
        return true;
    }

    /** A decided gap that goes by another name now stays decided. */
    private void follow(GapFindings findings) {
        Map<String, GapGroup> groups = new HashMap<>();
        findings.groups().forEach(group -> groups.put(group.id(), group));
        for (GapDecision decision : decisions(findings.school())) {
            if (groups.remove(decision.group()) == null) {
                groups.values().stream()
                        .filter(group -> Clusters.cosine(group.centre(), decision.centre()) >= SAME)
                        .findFirst()
                        .ifPresent(group -> {
                            takeBack(findings.school(), decision.group());
                            decide(decision.of(group.id()));
                            groups.remove(group.id());
                        });
            }
        }
    }
}
