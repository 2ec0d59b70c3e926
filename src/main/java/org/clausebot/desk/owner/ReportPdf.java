package org.clausebot.desk.owner;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.clausebot.desk.paper.PdfPaper;
import org.clausebot.desk.view.OwnerReportView;

/** The governors' report as a PDF: all that the page says. The same report on the same day is the same file. */
final class ReportPdf {
    private ReportPdf() {}

    /** @param today on which it is made; it has no time of day, so that it is the same all day */
    static byte[] write(OwnerReportView view, LocalDate today) {
        int pages = written(view, today, 0).pages();
        return written(view, today, pages).bytes();
    }

    private static PdfPaper written(OwnerReportView view, LocalDate today, int pages) {
        String title = "Governors’ report: " + view.term();
        PdfPaper paper = new PdfPaper(
                new PdfPaper.Running(
                        title, view.school().isEmpty() ? title : view.school() + " · " + title, view.made(), pages),
                today.atStartOfDay().toInstant(ZoneOffset.UTC));
        paper.heading(1, title);
        paper.fact("Term", view.dates());
        view.policies().forEach(paper::item);
        paper.heading(2, "How to read the numbers");
        view.numbers().forEach(paper::small);
        asked(paper, view);
        unclear(paper, view);
        changed(paper, view);
        paper.close();
        return paper;
    }

    private static void asked(PdfPaper paper, OwnerReportView view) {
        paper.heading(2, "What was asked");
        if (!view.noWeeks().isEmpty()) {
            paper.paragraph(view.noWeeks());
        }
        view.weeks()
                .forEach(week -> paper.fact(
                        "Week of " + week.week(),
                        "answered " + week.answered() + "; nearest clause shown " + week.nearest() + "; not covered "
                                + week.notCovered()));
        for (OwnerReportView.BlockPart block : view.blocks()) {
            paper.heading(3, "Clauses that answered most, " + block.dates());
            if (block.clauses().isEmpty()) {
                paper.paragraph("None answered often enough to be shown.");
            }
            for (OwnerReportView.ClauseRow clause : block.clauses()) {
                paper.fact(clause.name(), clause.about());
                if (!clause.text().isEmpty()) {
                    paper.quotation(clause.leadIn(), clause.text());
                }
            }
        }
    }

    private static void unclear(PdfPaper paper, OwnerReportView view) {
        paper.heading(2, "What was unclear");
        paper.small(view.unclear());
        if (view.matters().isEmpty()) {
            paper.paragraph("Nothing that no clause answers was asked alike often enough to be shown.");
        }
        for (OwnerReportView.MatterRow matter : view.matters()) {
            paper.paragraph("“" + matter.words() + "”");
            paper.small(matter.about() + " questions. " + matter.decided());
        }
    }

    private static void changed(PdfPaper paper, OwnerReportView view) {
        paper.heading(2, "What was changed, and what it did");
        if (view.changes().isEmpty()) {
            paper.paragraph("No version came into force in this term.");
        }
        for (OwnerReportView.ChangePart change : view.changes()) {
            paper.heading(3, change.head());
            if (!change.note().isEmpty()) {
                paper.paragraph(change.note());
            }
            change.did().forEach(paper::small);
        }
    }
}
