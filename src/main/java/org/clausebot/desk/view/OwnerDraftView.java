package org.clausebot.desk.view;

import java.util.List;

/**
 * A draft: how it was read beside its text, what is the matter with it, what it changes, and how it comes into force.
 *
 * @param seen what forms send back, so that nothing is changed unseen
 * @param expected the number of the last row of the history, likewise
 * @param open whether it can be changed
 * @param problem why the last change was refused; empty where it was not
 * @param done what the last change did; empty for none
 * @param aside what is in no clause and should be looked at
 * @param leftOut what is in no clause because documents have such things: titles, headers, contents
 * @param against the version in force that it is compared with; empty where none is
 * @param corrections how many corrections were made
 */
public record OwnerDraftView(
        OwnerFrame frame,
        String id,
        String policy,
        String title,
        String version,
        String origin,
        String seen,
        int expected,
        boolean open,
        String state,
        String problem,
        String done,
        List<Fact> facts,
        String asked,
        List<Piece> text,
        List<Item> clauses,
        List<Aside> aside,
        List<Aside> leftOut,
        List<Group> findings,
        String against,
        String summary,
        List<Change> changes,
        List<Named> named,
        int corrections,
        String today,
        String note) {
    public OwnerDraftView {
        facts = List.copyOf(facts);
        text = List.copyOf(text);
        clauses = List.copyOf(clauses);
        aside = List.copyOf(aside);
        leftOut = List.copyOf(leftOut);
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
        named = List.copyOf(named);
    }

    /** @param field the form's; what is said of the policy beside its words */
    public record Fact(String field, String name, String value) {}

    /**
     * A stretch of the document's text.
     *
     * @param kind {@code clause}, {@code heading}, {@code lead-in}, {@code aside} or {@code plain}
     * @param anchor of the page; empty but for clauses
     * @param name of the clause; empty but for clauses
     */
    public record Piece(String kind, String anchor, String name, String words) {}

    /**
     * A clause as it was read.
     *
     * @param at where it stands in the document
     * @param heading the heading path where it begins anew; empty where it goes on
     */
    public record Item(String at, String anchor, String name, String heading, String leadIn, String text) {}

    /**
     * Words in no clause.
     *
     * @param at where they stand in the document
     */
    public record Aside(String at, String reason, String words) {}

    /** Findings that matter alike. */
    public record Group(String title, List<Finding> findings) {
        public Group {
            findings = List.copyOf(findings);
        }
    }

    /** @param anchor of the clause on this page; empty for none */
    public record Finding(String place, String anchor, String message, String suggestion) {}

    /**
     * What becomes of one clause.
     *
     * @param reversed whether it may say the opposite now
     */
    public record Change(
            String what, String name, boolean reversed, List<Words> leadIn, List<Words> text, String moved) {
        public Change {
            leadIn = List.copyOf(leadIn);
            text = List.copyOf(text);
        }
    }

    /** @param fate {@code same}, {@code added} or {@code removed} */
    public record Words(String fate, String words) {}

    /** Something that names a clause that is changed. */
    public record Named(String what, String clause, String fate) {}
}
