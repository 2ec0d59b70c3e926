package org.clausebot.desk.view;

import java.util.List;

/**
 * The versions of one policy and its history.
 *
 * @param review when it is to be reviewed, in words
 * @param misprint the review date as printed where no calendar has it; empty otherwise
 */
public record OwnerVersionsView(
        OwnerFrame frame,
        String id,
        String title,
        String version,
        String key,
        int expected,
        String problem,
        String done,
        String review,
        String misprint,
        List<Version> versions,
        List<Planned> planned,
        List<Row> rows) {
    public OwnerVersionsView {
        versions = List.copyOf(versions);
        planned = List.copyOf(planned);
        rows = List.copyOf(rows);
    }

    /**
     * @param when its days in force, in words; empty where it never was
     * @param current whether it is in force
     */
    public record Version(String key, String name, String when, boolean current, int clauses) {}

    /** What comes into force later and can be withdrawn. */
    public record Planned(int number, String name, String day) {}

    /** A row of the history. */
    public record Row(int number, String what, String name, String from, String at, String by, String note) {}
}
