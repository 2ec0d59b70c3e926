package org.clausebot.desk.owner;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.desk.view.OwnerReportView;
import org.clausebot.http.Access;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.insight.GovernorsReport;
import org.clausebot.insight.Term;
import org.clausebot.school.School;
import org.clausebot.school.SchoolHours;

/** The governors' report of a term, as a page and as a PDF. */
public final class ReportPart implements OwnerPart {
    private static final int TERMS = 4;
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final GovernorsReport report;
    private final Supplier<Optional<School>> school;
    private final Clock clock;

    /** @param school as it is today; its holidays part the terms */
    public ReportPart(GovernorsReport report, Supplier<Optional<School>> school, Clock clock) {
        this.report = report;
        this.school = school;
        this.clock = clock;
    }

    @Override
    public OwnerTab tab() {
        return OwnerTab.REPORT;
    }

    @Override
    public Routes routes(OwnerDoor door) {
        return Routes.none()
                .get(
                        tab().address(),
                        Access.RECEIVER,
                        door.reading(visit ->
                                answered(door, visit, visit.query("term"), view -> door.page("owner-report", view))))
                .get(
                        tab().address() + "/{term}/report.pdf",
                        Access.RECEIVER,
                        door.reading(visit -> answered(
                                door,
                                visit,
                                visit.path("term"),
                                view -> Response.download(
                                        visit.file("governors-report-" + view.code()) + ".pdf",
                                        "application/pdf",
                                        ByteBuffer.wrap(ReportPdf.write(view, today()))))));
    }

    private Response answered(
            OwnerDoor door, OwnerVisit visit, String code, Function<OwnerReportView, Response> answer) {
        List<Term> terms = Term.before(today(), TERMS, holidays());
        Optional<Term> term = code.isEmpty()
                ? terms.stream().findFirst()
                : terms.stream().filter(each -> each.code().equals(code)).findFirst();
        return term.map(chosen -> answer.apply(ReportWords.of(
                        door.frame(visit, tab(), "Governors’ report"),
                        visit.called(),
                        terms,
                        report.of(visit.school(), chosen),
                        today())))
                .orElseGet(door::noSuchPage);
    }

    private LocalDate today() {
        ZoneId zone = hours().map(SchoolHours::zone).orElse(ZONE);
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Optional<SchoolHours> hours() {
        return school.get().map(School::hours);
    }

    private List<Term.Holiday> holidays() {
        return hours().map(hours -> hours.closed().stream()
                        .map(closed -> new Term.Holiday(closed.from(), closed.to()))
                        .toList())
                .orElse(List.of());
    }
}
