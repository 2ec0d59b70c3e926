package org.clausebot.desk;

import java.time.Instant;
import org.clausebot.desk.paper.PdfPaper;
import org.clausebot.desk.view.CaseView;
import org.clausebot.desk.view.CaseView.Quote;

/** A whole case as a PDF: all that the page says. Attached files are listed with their hashes and not put in. */
final class CasePdf {
    private CasePdf() {}

    /** @param made by whom and when, in words */
    static byte[] write(CaseView view, String made, Instant at) {
        // The first writing counts the pages, so that each can say how many there are.
        int pages = written(view, made, at, 0).pages();
        return written(view, made, at, pages).bytes();
    }

    private static PdfPaper written(CaseView view, String made, Instant at, int pages) {
        PdfPaper paper = new PdfPaper(
                new PdfPaper.Running(
                        "Case " + view.reference() + ": " + view.title(),
                        "Confidential · Case " + view.reference(),
                        made,
                        pages),
                at);
        head(paper, view);
        paper.heading(2, "What was reported");
        for (CaseView.Answer answer : view.answers()) {
            paper.heading(3, answer.question());
            paper.paragraph(answer.answer());
        }
        clauses(paper, view);
        files(paper, view);
        paper.heading(2, "Who has the case");
        view.recipients().forEach(paper::item);
        paper.heading(2, "What has happened");
        paper.small("All times are the school’s own (" + view.zone() + "). Reading is shown once a day for each"
                + " person; the audit log has it each time.");
        view.chronology().forEach(happened -> happened(paper, happened));
        paper.close();
        return paper;
    }

    private static void head(PdfPaper paper, CaseView view) {
        paper.heading(1, view.title());
        paper.fact("Reference", view.reference());
        paper.fact("Reported", view.when());
        paper.fact(
                "Status", view.status() + (view.overdue() ? " · Overdue" : "") + (view.held() ? " · Legal hold" : ""));
        paper.fact("Kept", view.closes());
    }

    private static void clauses(PdfPaper paper, CaseView view) {
        if (view.quotes().isEmpty() && view.missing().isEmpty()) {
            return;
        }
        paper.heading(2, "The policy’s clauses");
        paper.small("As they stood when it was reported.");
        for (Quote quote : view.quotes()) {
            paper.heading(3, "Clause " + quote.label());
            if (!quote.headings().isEmpty()) {
                paper.small(String.join(" › ", quote.headings()));
            }
            paper.quotation(quote.leadIn(), quote.text());
            paper.small(quote.policy() + ", version " + quote.version());
        }
        view.missing()
                .forEach(clause -> paper.paragraph("Clause " + clause + " is cited from version " + view.policyVersion()
                        + " of the policy. That is no longer kept here, so it is not quoted."));
    }

    private static void files(PdfPaper paper, CaseView view) {
        paper.heading(2, "Files");
        if (view.files().isEmpty()) {
            paper.paragraph("No files were attached.");
            return;
        }
        paper.small("The files themselves are not in this document.");
        for (CaseView.File file : view.files()) {
            paper.heading(3, file.name());
            paper.fact("Kind", file.kind() + ", " + file.size());
            paper.fact("SHA-256 of the original", file.sha256());
        }
    }

    private static void happened(PdfPaper paper, CaseView.Happened happened) {
        paper.fact(happened.when(), happened.what() + ", by " + happened.by());
        if (!happened.aside().isEmpty()) {
            paper.small(happened.aside() + ".");
        }
        if (!happened.words().isEmpty()) {
            paper.indented(happened.words());
        }
    }
}
