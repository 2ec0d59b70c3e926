package org.clausebot.desk.view;

import java.util.List;

/** Declarations of this receiver's cases: those due first. */
public record RegisterView(DeskFrame frame, List<Row> rows) {
    /** @param due its renewal date has come */
    public record Row(
            String reference,
            String title,
            String when,
            String iso,
            String status,
            String statusCode,
            String renew,
            String renewIso,
            boolean due) {}
}
