package org.clausebot.desk.view;

import java.util.List;

/**
 * The policies with what is due, the drafts, and where a document is brought.
 *
 * @param problem why the document was refused; empty where none was
 * @param typed what was typed with it
 * @param remarks what in the library cannot be read, a sentence each
 */
public record OwnerDraftsView(
        OwnerFrame frame, String problem, Form typed, List<Kept> policies, List<Row> drafts, List<String> remarks) {
    public OwnerDraftsView {
        policies = List.copyOf(policies);
        drafts = List.copyOf(drafts);
        remarks = List.copyOf(remarks);
    }

    /**
     * A policy with a version.
     *
     * @param version in force; empty where none is yet
     * @param review when it is to be reviewed, in words
     * @param mark what is to be done about that; empty for nothing
     * @param planned what comes into force later; empty for nothing
     */
    public record Kept(
            String id, String title, String version, int clauses, String review, String mark, String planned) {}

    /** @param state empty for an open one */
    public record Row(String id, String title, String policy, String fileName, String by, String day, String state) {}
}
