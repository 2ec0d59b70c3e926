package org.clausebot.incident;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.flow.Flow;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.School;
import org.clausebot.seal.Signer;
import org.clausebot.seal.Vault;

/** Everything that deals with reports, made from its parts. */
public final class Incidents {
    private final SealedReporting reporting;
    private final SealedCases cases;
    private final Housekeeping housekeeping;

    public Incidents(Parts parts) {
        Tags tags = new Tags(parts.vault());
        Access access = new Access(tags, parts.school());
        Drafts drafts = new Drafts(parts, tags);
        this.reporting = new SealedReporting(
                drafts, new Sending(parts, tags, access, drafts), new FollowUp(parts, tags, access));
        CaseFiles files = new CaseFiles(parts, tags, access);
        CaseChanges changes = new CaseChanges(parts, access, files);
        Register register = new Register(parts, access, files, changes);
        this.cases = new SealedCases(parts, access, files, changes, register);
        this.housekeeping = new Housekeeping(
                parts, new Escalation(parts, access, files), new Retention(parts, access, files), register);
    }

    /**
     * @param school whom reports can go to today; empty while reporting is off
     * @param policyVersion the version of a policy that is in force, by the flow that cites it
     * @param keepUnfinished how long an unfinished conversation is kept after it was last gone on with
     */
    public record Parts(
            DraftRows drafts,
            EvidenceRows evidence,
            CaseRows cases,
            Notices notices,
            AuditRows audit,
            Vault vault,
            Signer signer,
            Supplier<Optional<School>> school,
            OldFlows flows,
            Function<Flow, String> policyVersion,
            Clock clock,
            Duration keepUnfinished) {

        AuditRows.Row audited(SchoolId at, String record, String actor, String action) {
            return new AuditRows.Row(clock.instant(), at, record, actor, action);
        }
    }

    public Reporting reporting() {
        return reporting;
    }

    public Cases cases() {
        return cases;
    }

    public Housekeeping housekeeping() {
        return housekeeping;
    }
}
