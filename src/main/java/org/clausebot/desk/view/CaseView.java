package org.clausebot.desk.view;

import java.util.List;

/**
 * A whole case as the page, the print view and the PDF show it.
 *
 * @param when it was reported, for people; {@code iso} for programs
 * @param answers what was asked and answered, in order
 * @param quotes the clauses it cites, from the version of the policy that was shown
 * @param missing clauses it cites that cannot be quoted, because that version is no longer kept
 * @param policyVersion the version that was shown; may be empty
 * @param closes when it will be deleted, in words
 * @param zone whose time all times are, in words
 */
public record CaseView(
        String reference,
        String title,
        String when,
        String iso,
        String status,
        String statusCode,
        boolean overdue,
        boolean held,
        List<Answer> answers,
        List<Quote> quotes,
        List<String> missing,
        String policyVersion,
        List<File> files,
        List<String> recipients,
        List<Happened> chronology,
        String closes,
        String zone) {
    public String address() {
        return "/desk/cases/" + reference;
    }

    /** A question and its answer. */
    public record Answer(String question, String answer) {}

    /** A clause to the letter. */
    public record Quote(
            String label, List<String> headings, String leadIn, String text, String policy, String version) {}

    /** @param size such as {@code 120 kB} */
    public record File(String id, String name, String kind, String size, String sha256) {}

    /**
     * One line of the chronology.
     *
     * @param code such as {@code note}: how it looks
     * @param what the same in words
     * @param aside who can see it, where that matters; empty elsewhere
     */
    public record Happened(String when, String iso, String code, String what, String by, String words, String aside) {}
}
