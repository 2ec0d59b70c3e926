package org.clausebot.desk.view;

import java.util.List;

/**
 * What will be deleted.
 *
 * @param day by which, as the date field has it
 * @param until the same in words; empty when the day was not understood
 */
public record RetentionView(DeskFrame frame, String day, String until, String problem, List<Row> rows) {
    /** @param held it stays, whatever the day */
    public record Row(String reference, String title, String day, String iso, boolean held) {}
}
