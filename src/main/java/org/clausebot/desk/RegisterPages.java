package org.clausebot.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clausebot.desk.view.RegisterView;
import org.clausebot.desk.view.RetentionView;
import org.clausebot.http.Response;
import org.clausebot.incident.Cases;
import org.clausebot.incident.Cases.Declaration;
import org.clausebot.incident.Cases.Expiring;

/** The register of declarations and requests, and what the rules for keeping cases would delete. */
final class RegisterPages {
    private static final int USUAL_MONTHS = 12;
    private static final int MOST_YEARS = 100;

    private final Cases cases;
    private final DeskPages desk;
    private final Clock clock;

    RegisterPages(Cases cases, DeskPages desk, Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.clock = clock;
    }

    Response register(Visit visit) {
        DeskTimes times = desk.times();
        LocalDate today = times.dayOf(clock.instant());
        Comparator<Declaration> soonest =
                Comparator.comparing(d -> d.due().orElse(LocalDate.MAX), Comparator.naturalOrder());
        List<RegisterView.Row> rows = cases.declarations(visit.viewer()).stream()
                .sorted(soonest)
                .map(d -> row(d, times, today))
                .toList();
        return Response.html(
                desk.render("case-register", new RegisterView(desk.frame(visit, "Register", "register"), rows)));
    }

    private static RegisterView.Row row(Declaration declaration, DeskTimes times, LocalDate today) {
        Cases.Line line = declaration.line();
        return new RegisterView.Row(
                line.reference(),
                line.title(),
                times.day(times.dayOf(line.at())),
                times.iso(line.at()),
                Labels.status(line.status()),
                line.status().code(),
                declaration.declared() ? "To be renewed by" : "Asked for until",
                declaration.due().map(times::day).orElse(""),
                declaration.due().map(LocalDate::toString).orElse(""),
                declaration.due().filter(day -> !day.isAfter(today)).isPresent());
    }

    Response retention(Visit visit) {
        DeskTimes times = desk.times();
        LocalDate today = times.dayOf(clock.instant());
        String typed = visit.query("by");
        Optional<LocalDate> day = typed.isEmpty() ? Optional.of(today.plusMonths(USUAL_MONTHS)) : day(typed);
        boolean sensible = day.filter(d -> !d.isBefore(today) && !d.isAfter(today.plusYears(MOST_YEARS)))
                .isPresent();
        String problem = "";
        if (day.isEmpty()) {
            problem = "This is not a day. Write it as year, month and day, such as " + today.plusMonths(USUAL_MONTHS)
                    + ".";
        } else if (!sensible) {
            problem = "Choose a day from today on, within " + MOST_YEARS + " years.";
        }
        List<RetentionView.Row> rows =
                day.filter(d -> sensible).map(d -> cases.expiring(visit.viewer(), d)).orElse(List.of()).stream()
                        .map(e -> row(e, times))
                        .toList();
        RetentionView view = new RetentionView(
                desk.frame(visit, "What will be deleted", "retention"),
                day.map(LocalDate::toString).orElse(typed),
                day.map(times::day).orElse(""),
                problem,
                rows);
        return Response.html(problem.isEmpty() ? 200 : 400, desk.render("case-retention", view));
    }

    private static RetentionView.Row row(Expiring expiring, DeskTimes times) {
        return new RetentionView.Row(
                expiring.reference(),
                expiring.title(),
                times.day(expiring.day()),
                expiring.day().toString(),
                expiring.held());
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
