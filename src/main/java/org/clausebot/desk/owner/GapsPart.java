package org.clausebot.desk.owner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.desk.view.OwnerGapsView;
import org.clausebot.desk.view.OwnerRevisionView;
import org.clausebot.http.Access;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.insight.GapDecision;
import org.clausebot.insight.GapFindings;
import org.clausebot.insight.GapGroup;
import org.clausebot.insight.Gaps;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;

/** What staff ask and the policies do not answer, and what the owner does about it. */
public final class GapsPart implements OwnerPart {
    private static final String AT = OwnerTab.GAPS.address();
    private static final String ONE = AT + "/{gap}";

    private final Gaps gaps;
    private final GapDeciding deciding;

    public GapsPart(Gaps gaps, GapDeciding deciding) {
        this.gaps = gaps;
        this.deciding = deciding;
    }

    @Override
    public OwnerTab tab() {
        return OwnerTab.GAPS;
    }

    @Override
    public Routes routes(OwnerDoor door) {
        GapPages one = new GapPages(gaps, deciding, door);
        return Routes.none()
                .get(AT, Access.RECEIVER, door.reading(visit -> list(door, visit)))
                .get(AT + ".csv", Access.RECEIVER, door.reading(this::listCsv))
                .get(AT + "/revision", Access.RECEIVER, door.reading(visit -> revision(door, visit)))
                .get(AT + "/revision.csv", Access.RECEIVER, door.reading(this::revisionCsv))
                .get(ONE, Access.RECEIVER, door.reading(one::show))
                .post(ONE + "/tie", Access.RECEIVER, door.changing(one::tie))
                .post(ONE + "/elsewhere", Access.RECEIVER, door.changing(one::elsewhere))
                .post(ONE + "/revision", Access.RECEIVER, door.changing(one::revision))
                .post(ONE + "/take-back", Access.RECEIVER, door.changing(one::takeBack));
    }

    private Response list(OwnerDoor door, OwnerVisit visit) {
        Optional<GapFindings> found = gaps.findings(visit.school());
        List<OwnerGapsView.Row> open = new ArrayList<>();
        List<OwnerGapsView.Row> decided = new ArrayList<>();
        for (OwnerGapsView.Row row : rows(visit.school())) {
            (row.decision().isEmpty() ? open : decided).add(row);
        }
        return door.page(
                "owner-gaps",
                new OwnerGapsView(
                        door.frame(visit, tab(), "Gaps"),
                        found.map(f -> "What was asked from " + Days.of(f.first(), f.asOf()) + ".")
                                .orElse(""),
                        found.map(GapFindings::sampled).orElse(false),
                        open,
                        decided,
                        gone(visit.school()),
                        said(visit.query("done"))));
    }

    private static String said(String done) {
        return switch (done) {
            case "tied" -> "Tied. Such questions are answered with the clause in some seconds.";
            case "elsewhere" -> "Noted. The bot says your words to such questions from now on.";
            case "revision" -> "It is on the list for the next revision.";
            case "back" -> "Taken back. The gap is open again.";
            default -> "";
        };
    }

    private List<OwnerGapsView.Row> rows(SchoolId school) {
        return gaps.findings(school).stream()
                .flatMap(found -> found.groups().stream())
                .map(group -> new OwnerGapsView.Row(
                        group.id(),
                        group.name(),
                        Integer.toString(group.about()),
                        gaps.decision(school, group.id()).map(GapsPart::words).orElse("")))
                .toList();
    }

    private List<OwnerGapsView.Row> gone(SchoolId school) {
        Set<String> here = new HashSet<>();
        gaps.findings(school).ifPresent(found -> found.groups().forEach(group -> here.add(group.id())));
        return gaps.decisions(school).stream()
                .filter(decision -> !here.contains(decision.group()))
                .map(decision -> new OwnerGapsView.Row(decision.group(), decision.name(), "", words(decision)))
                .toList();
    }

    static String words(GapDecision decision) {
        return switch (decision.kind()) {
            case TIED -> "tied to " + decision.clause().map(c -> c.address()).orElse("a clause");
            case ELSEWHERE -> "belongs to another policy";
            case REVISION -> "for the next revision";
        };
    }

    private Response listCsv(OwnerVisit visit) {
        List<List<String>> rows = new ArrayList<>();
        rows(visit.school()).forEach(row -> rows.add(List.of(row.name(), row.about(), row.decision())));
        return Csv.file(visit.file("gaps"), List.of("What is asked", "People-weeks, about", "Decided"), rows);
    }

    private List<OwnerRevisionView.Row> waiting(SchoolId school) {
        return gaps.decisions(school).stream()
                .filter(decision -> decision.kind() == GapDecision.Kind.REVISION)
                .map(decision -> new OwnerRevisionView.Row(
                        decision.group(),
                        decision.name(),
                        gaps.group(school, decision.group())
                                .map(GapGroup::about)
                                .map(n -> Integer.toString(n))
                                .orElse(""),
                        decision.words(),
                        decision.week().toString()))
                .toList();
    }

    private Response revision(OwnerDoor door, OwnerVisit visit) {
        return door.page(
                "owner-revision",
                new OwnerRevisionView(
                        door.frame(visit, tab(), "For the next revision"),
                        waiting(visit.school()).stream()
                                .map(row -> new OwnerRevisionView.Row(
                                        row.id(),
                                        row.name(),
                                        row.about(),
                                        row.note(),
                                        Days.of(IsoWeek.parse(row.week()))))
                                .toList()));
    }

    private Response revisionCsv(OwnerVisit visit) {
        List<List<String>> rows = new ArrayList<>();
        waiting(visit.school()).forEach(row -> rows.add(List.of(row.name(), row.about(), row.note(), row.week())));
        return Csv.file(
                visit.file("next-revision"),
                List.of("What is asked", "People-weeks, about", "Note", "Since week"),
                rows);
    }
}
