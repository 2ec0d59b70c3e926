package org.clausebot.desk.view;

import java.util.List;

/** What waits for the next revision of the policies. */
public record OwnerRevisionView(OwnerFrame frame, List<Row> rows) {
    public OwnerRevisionView {
        rows = List.copyOf(rows);
    }

    /**
     * @param about people-weeks; empty where it is not among those found now
     * @param note why, as the owner wrote it; may be empty
     * @param week when it was put here
     */
    public record Row(String id, String name, String about, String note, String week) {
        public String address() {
            return "/desk/policies/gaps/" + id;
        }
    }
}
