package org.clausebot.desk;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clausebot.desk.view.CaseListView;
import org.clausebot.desk.view.CaseView;
import org.clausebot.incident.Cases.Case;
import org.clausebot.incident.Cases.Event;
import org.clausebot.incident.Cases.Line;
import org.clausebot.incident.Reporting.Evidence;

/** Lays a case out for people: the page, the print view and the PDF all show what this gives. */
final class CaseViews {
    private final CitedClauses clauses;

    CaseViews(CitedClauses clauses) {
        this.clauses = clauses;
    }

    CaseView whole(Case found, DeskTimes times) {
        Line line = found.line();
        CitedClauses.Found cited = clauses.find(found.cites(), found.policyVersion());
        return new CaseView(
                line.reference(),
                line.title(),
                times.when(line.at()),
                times.iso(line.at()),
                Labels.status(line.status()),
                line.status().code(),
                line.overdue(),
                line.held(),
                found.answers().stream()
                        .map(a -> new CaseView.Answer(a.question(), a.answer()))
                        .toList(),
                cited.quotes(),
                cited.missing(),
                found.policyVersion(),
                files(found.evidence()),
                List.copyOf(found.recipients()),
                chronology(found.chronology(), times),
                closes(found, times),
                times.zoneName());
    }

    static CaseListView.Row row(Line line, DeskTimes times) {
        return new CaseListView.Row(
                line.reference(),
                line.title(),
                times.when(line.at()),
                times.iso(line.at()),
                Labels.status(line.status()),
                line.status().code(),
                line.overdue(),
                line.held());
    }

    private static List<CaseView.File> files(List<Evidence> evidence) {
        return evidence.stream().map(CaseViews::file).toList();
    }

    static CaseView.File file(Evidence evidence) {
        return new CaseView.File(
                evidence.id(),
                evidence.name(),
                Labels.kind(evidence.kind()),
                Labels.size(evidence.bytes()),
                evidence.sha256());
    }

    /** Each look is in the audit log; here the first of a day by each person is enough, or nothing else could be found. */
    private static List<CaseView.Happened> chronology(List<Event> events, DeskTimes times) {
        Set<Look> looks = new HashSet<>();
        return events.stream()
                .filter(e -> !e.what().equals("viewed") || looks.add(new Look(e.by(), times.dayOf(e.at()))))
                .map(e -> happened(e, times))
                .toList();
    }

    private record Look(String by, LocalDate day) {}

    private static CaseView.Happened happened(Event event, DeskTimes times) {
        return new CaseView.Happened(
                times.when(event.at()),
                times.iso(event.at()),
                event.what(),
                Labels.event(event.what()),
                event.by(),
                Labels.words(event.what(), event.words()),
                Labels.aside(event.what()));
    }

    private static String closes(Case found, DeskTimes times) {
        boolean held = found.line().held();
        return found.closes()
                .map(day -> held
                        ? "It would be deleted on " + times.day(day) + ", but a legal hold keeps it."
                        : "It will be deleted on " + times.day(day) + ".")
                .orElse(
                        held
                                ? "A legal hold keeps it, also after it is closed."
                                : "How long it is kept is counted from the day on which it is closed.");
    }
}
