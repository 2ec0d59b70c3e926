package org.clausebot.desk.owner;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clausebot.desk.view.OwnerClause;
import org.clausebot.desk.view.OwnerFigure;
import org.clausebot.desk.view.OwnerOverviewView;
import org.clausebot.http.Access;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.insight.Overview;
import org.clausebot.insight.Overview.Report;
import org.clausebot.policy.Policy;

/** What staff ask: by week and by four weeks, with charts, tables and files. */
public final class OverviewPart implements OwnerPart {
    private static final int MOST_QUOTED = 5;
    private static final String CSV = ".csv";

    private final Overview overview;
    private final Clauses clauses;

    /** @param policies in force today */
    public OverviewPart(Overview overview, Supplier<List<Policy>> policies) {
        this.overview = overview;
        this.clauses = new Clauses(policies);
    }

    @Override
    public OwnerTab tab() {
        return OwnerTab.OVERVIEW;
    }

    @Override
    public Routes routes(OwnerDoor door) {
        return Routes.none()
                .get(tab().address(), Access.RECEIVER, door.reading(visit -> page(door, visit)))
                .get(tab().address() + "/{file}", Access.RECEIVER, door.reading(visit -> file(door, visit)));
    }

    private Response page(OwnerDoor door, OwnerVisit visit) {
        Report report = overview.of(visit.school());
        OverviewFigures figures = new OverviewFigures(report, clauses::name);
        return door.page(
                "owner-overview",
                new OwnerOverviewView(
                        door.frame(visit, tab(), "What staff ask"),
                        report.isEmpty(),
                        Days.of(report.next()),
                        figures.weeks(),
                        figures.blocks(),
                        report.kept()
                                .map(kept -> Days.of(kept.first(), kept.last()))
                                .orElse(""),
                        used(report),
                        figures.changes()));
    }

    private List<OwnerClause> used(Report report) {
        return report.kept().stream()
                .flatMap(kept -> kept.clauses().stream())
                .limit(MOST_QUOTED)
                .flatMap(
                        one -> clauses
                                .shown(
                                        one.policy(),
                                        one.address(),
                                        "First answer to about " + one.about() + " questions.")
                                .stream())
                .toList();
    }

    private Response file(OwnerDoor door, OwnerVisit visit) {
        String file = visit.path("file");
        OverviewFigures figures = new OverviewFigures(overview.of(visit.school()), clauses::name);
        return figures.all().stream()
                .filter(figure -> file.equals(figure.id() + CSV))
                .findFirst()
                .map(figure -> csv(visit, figure))
                .orElseGet(door::noSuchPage);
    }

    private static Response csv(OwnerVisit visit, OwnerFigure figure) {
        List<String> headings = Stream.concat(
                        Stream.of(figure.rowsAre()), figure.columns().stream().map(OwnerFigure.Column::title))
                .toList();
        List<List<String>> rows = figure.rows().stream()
                .map(row -> Stream.concat(
                                Stream.of(row.label()),
                                row.cells().stream().map(cell -> cell.value().isEmpty() ? Days.FEW : cell.value()))
                        .toList())
                .toList();
        return Csv.file(visit.file("clausebot-" + figure.id()), headings, rows);
    }
}
