package org.clausebot.desk;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import org.clausebot.desk.view.CasePrintView;
import org.clausebot.desk.view.CaseView;
import org.clausebot.desk.view.OriginalView;
import org.clausebot.http.Response;
import org.clausebot.incident.Cases;
import org.clausebot.incident.Cases.FileContent;

/** What leaves the program: files that were attached, the case on paper and as a PDF. All as downloads, none in a page. */
final class CaseFiles {
    private final Cases cases;
    private final CaseViews views;
    private final DeskPages desk;
    private final Clock clock;

    CaseFiles(Cases cases, CaseViews views, DeskPages desk, Clock clock) {
        this.cases = cases;
        this.views = views;
        this.desk = desk;
        this.clock = clock;
    }

    Response clean(Visit visit) {
        return file(visit, false);
    }

    /** Asks whether it must be the original. */
    Response warning(Visit visit) {
        return cases.open(visit.viewer(), visit.reference()).stream()
                .flatMap(found -> found.evidence().stream())
                .filter(e -> e.id().equals(visit.path("id")))
                .findFirst()
                .map(e -> Response.html(desk.render(
                        "case-original",
                        new OriginalView(
                                desk.frame(visit, "The original file", "cases"),
                                visit.reference(),
                                CaseViews.file(e)))))
                .orElseGet(desk::noSuchPage);
    }

    Response original(Visit visit) {
        return file(visit, true);
    }

    private Response file(Visit visit, boolean original) {
        Optional<FileContent> content = cases.evidence(visit.viewer(), visit.reference(), visit.path("id"), original);
        return content.map(f -> Response.download(f.name(), f.kind(), f.bytes()))
                .orElseGet(desk::noSuchPage);
    }

    Response print(Visit visit) {
        return cases.export(visit.viewer(), visit.reference(), "print")
                .map(found -> {
                    CaseView view = views.whole(found, desk.times());
                    String title = "Case " + view.reference();
                    return Response.html(desk.render(
                            "case-print", new CasePrintView(desk.frame(visit, title, ""), view, printed(visit))));
                })
                .orElseGet(desk::noSuchPage);
    }

    Response pdf(Visit visit) {
        return cases.export(visit.viewer(), visit.reference(), "pdf")
                .map(found -> Response.download(
                        "case-" + found.line().reference() + ".pdf",
                        "application/pdf",
                        ByteBuffer.wrap(
                                CasePdf.write(views.whole(found, desk.times()), printed(visit), clock.instant()))))
                .orElseGet(desk::noSuchPage);
    }

    private String printed(Visit visit) {
        return "Made by " + visit.name() + ", " + desk.times().when(clock.instant());
    }
}
