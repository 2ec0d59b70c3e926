package org.clausebot.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.desk.owner.ClausesPart;
import org.clausebot.desk.owner.DraftsPart;
import org.clausebot.desk.owner.OverviewPart;
import org.clausebot.desk.owner.OwnerDesk;
import org.clausebot.desk.owner.OwnerPart;
import org.clausebot.desk.owner.RehearsalPart;
import org.clausebot.desk.owner.ReportPart;
import org.clausebot.desk.owner.SearchPart;
import org.clausebot.desk.signin.AuditTrail;
import org.clausebot.http.Pages;
import org.clausebot.http.Routes;
import org.clausebot.insight.AdvancedSearch;
import org.clausebot.insight.AskedAlike;
import org.clausebot.insight.ClauseUse;
import org.clausebot.insight.GovernorsReport;
import org.clausebot.insight.Overview;
import org.clausebot.insight.RehearsalException;
import org.clausebot.insight.RehearsalRoom;
import org.clausebot.insight.RehearsalRun;
import org.clausebot.insight.StaffWords;
import org.clausebot.policy.PolicyReader;
import org.clausebot.policy.SchoolId;
import org.clausebot.policy.draft.Drafts;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;
import org.clausebot.storage.SqliteStorage;

/** The policy desk, put together. */
record PolicyDesk(Routes routes) {
    /** All: it lasts about a minute. Staff who ask meanwhile get their turn between two of its questions. */
    private static final int REHEARSAL_THREADS = Runtime.getRuntime().availableProcessors();

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
            ReadingDesk reading,
            GapsDesk gaps,
            SqliteStorage storage,
            Supplier<Optional<School>> school,
            AuditTrail audit,
            Pages pages,
            Clock clock) {}

    static PolicyDesk of(Parts made) {
        LogPart log = made.log();
        PolicyReader reader = new PolicyReader();
        Drafts kept = new Drafts(made.program().library(), reader, made.clock());
        DraftShelf drafts = new DraftShelf(kept, made.program().library());
        StaffWords words = new StaffWords(log.rows(), log.slices());
        List<OwnerPart> parts = List.of(
                new OverviewPart(new Overview(log.slices(), made.clock()), made.program()::policies),
                new ClausesPart(new ClauseUse(log.slices()), words, made.program()::policies),
                new SearchPart(new AdvancedSearch(made.program().index(), words), made.program()::policies),
                made.gaps().part(),
                drafts(made, reader, kept),
                rehearsal(made, words, drafts),
                made.reading().part(),
                report(made, drafts));
        return new PolicyDesk(new OwnerDesk(made.school(), made.audit(), made.pages(), parts)
                .routes()
                .and(made.reading().pages(id -> name(made.school().get(), id))));
    }

    /** Of all schools together nothing, where there are several. */
    private static String name(Optional<School> school, SchoolId id) {
        return school.map(School::trust)
                .flatMap(trust -> trust.several() && id.equals(SchoolId.ALL)
                        ? Optional.empty()
                        : trust.name(id.equals(SchoolId.ALL) ? SchoolId.DEFAULT : id))
                .orElse("");
    }

    private static RehearsalPart rehearsal(Parts made, StaffWords words, DraftShelf drafts) {
        RehearsalRun run = new RehearsalRun(
                Optional.of(new RehearsalRun.Log(
                        made.log().rows(), made.log().slices(), made.storage().rehearsalTurns())),
                AskedAlike.of(words).and(made.gaps().shown()));
        PolicyRehearsal played = new PolicyRehearsal(made.config(), made.program(), run);
        RehearsalRoom room = new RehearsalRoom((school, draft, progress) -> {
            try {
                return played.play(made.program().everySchool(), draft, List.of(), REHEARSAL_THREADS, progress);
            } catch (RefusedException e) {
                throw new RehearsalException(String.valueOf(e.getMessage()), e);
            }
        });
        made.program().closeFirst(room::close);
        return new RehearsalPart(room, made.program()::policies, drafts);
    }

    private static ReportPart report(Parts made, DraftShelf versions) {
        return new ReportPart(
                new GovernorsReport(made.log().slices(), made.gaps().shown(), versions, made.program()::policies),
                made.school(),
                made.clock());
    }

    private static OwnerPart drafts(Parts made, PolicyReader reader, Drafts drafts) {
        return new DraftsPart(new DraftsPart.Parts(
                made.program().library(),
                reader,
                drafts,
                new Citations(made.program().flows(), made.config()).asOf(),
                id -> made.school()
                        .get()
                        .flatMap(school -> school.anyone(id))
                        .map(Receiver::name)
                        .orElse(id),
                made.clock()));
    }
}
