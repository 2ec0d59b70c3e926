package org.clausebot.desk.view;

import java.util.List;

/** Declarations, and requests until a day, of this receiver's cases: those due first. */
public record RegisterView(DeskFrame frame, List<Row> rows) {
    /**
     * @param until what the day is
     * @param day when it is to be renewed or ends; empty for neither
     * @param due the day has come
     */
    public record Row(
            String reference,
            String title,
            String when,
            String iso,
            String status,
            String statusCode,
            String until,
            String day,
            String dayIso,
            boolean due) {}
}
