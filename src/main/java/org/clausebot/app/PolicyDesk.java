package org.clausebot.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.desk.owner.OwnerDesk;
import org.clausebot.desk.owner.OwnerPart;
import org.clausebot.desk.owner.RehearsalPart;
import org.clausebot.desk.owner.ReportPart;
import org.clausebot.desk.signin.AuditTrail;
import org.clausebot.http.Pages;
import org.clausebot.http.Routes;
import org.clausebot.insight.AskedAlike;
import org.clausebot.insight.GovernorsReport;
import org.clausebot.insight.Publications;
import org.clausebot.insight.RehearsalException;
import org.clausebot.insight.RehearsalRoom;
import org.clausebot.insight.RehearsalRun;
import org.clausebot.insight.RehearsedDrafts;
import org.clausebot.insight.Unclear;
import org.clausebot.school.School;
import org.clausebot.storage.SqliteStorage;
import java.time.Clock;

/** The policy desk, put together. */
record PolicyDesk(Routes routes) {
    /** One, so that staff who ask meanwhile have the other processors. */
    private static final int REHEARSAL_THREADS = 1;

    /**
     * What it is made of.
     *
     * @param school as it is today
     * @param audit hears of every change
     * @param pages how refusals look
     */
    record Parts(
            Config config,
            Program program,
            LogPart log,
            SqliteStorage storage,
            Supplier<Optional<School>> school,
            AuditTrail audit,
            Pages pages,
            Clock clock) {}

    static PolicyDesk of(Parts made) {
        List<OwnerPart> parts = List.of(rehearsal(made), report(made));
        return new PolicyDesk(new OwnerDesk(made.school(), made.audit(), made.pages(), parts).routes());
    }

    private static RehearsalPart rehearsal(Parts made) {
        RehearsalRun run = new RehearsalRun(
                Optional.of(new RehearsalRun.Log(
                        made.log().rows(), made.log().slices(), made.storage().rehearsalTurns())),
                AskedAlike.NONE);
        PolicyRehearsal played = new PolicyRehearsal(made.config(), made.program(), run);
        RehearsalRoom room = new RehearsalRoom((school, draft, progress) -> {
            try {
                return played.play(school, draft, List.of(), REHEARSAL_THREADS, progress);
            } catch (RefusedException e) {
                throw new RehearsalException(String.valueOf(e.getMessage()), e);
            }
        });
        made.program().closeFirst(room::close);
        return new RehearsalPart(room, made.program()::policies, RehearsedDrafts.NONE);
    }

    private static ReportPart report(Parts made) {
        return new ReportPart(
                new GovernorsReport(
                        made.log().slices(), Unclear.NONE, Publications.NONE, made.program()::policies),
                made.school(),
                made.clock());
    }
}
