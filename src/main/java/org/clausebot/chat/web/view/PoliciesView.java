package org.clausebot.chat.web.view;

import java.util.List;

/** The list of policies. */
public record PoliciesView(Frame frame, List<Entry> entries) {
    /** One policy. */
    public record Entry(
            String id, String title, String version, String owner, String updated, String review, int clauses) {}
}
