package org.clausebot.desk.view;

import java.util.List;

/**
 * The cases of one receiver.
 *
 * @param rows those found, the newest first
 * @param choices the statuses to filter by
 * @param words searched for; empty for none
 * @param notices of the mail server; never of a case
 * @param due what of the register is due, in words; empty for nothing
 * @param done what was just done; empty for nothing
 * @param problem why the search was not made; empty when it was
 */
public record CaseListView(
        DeskFrame frame,
        List<Row> rows,
        List<Choice> choices,
        String words,
        List<String> notices,
        String due,
        String done,
        String problem) {
    public boolean filtered() {
        return !words.isEmpty()
                || choices.stream().anyMatch(c -> c.chosen() && !c.value().isEmpty());
    }

    /** How many are shown, in words. */
    public String count() {
        return rows.size() == 1 ? "1 case" : rows.size() + " cases";
    }

    /** @param when for people; {@code iso} for programs */
    public record Row(
            String reference,
            String title,
            String when,
            String iso,
            String status,
            String statusCode,
            boolean overdue,
            boolean held) {}
}
