package org.clausebot.desk.view;

import java.util.List;

/**
 * The page of rehearsals.
 *
 * @param problem why what was asked for was not done; empty otherwise
 * @param policies those whose place a document may take
 * @param drafts those that are kept
 * @param running how far it is; empty values when nothing is under way
 * @param words what happened last, in a sentence; empty beside a result
 * @param result what came of the last one; no rows when there is none
 */
public record OwnerRehearsalView(
        OwnerFrame frame,
        String problem,
        List<Choice> policies,
        List<Choice> drafts,
        Running running,
        String words,
        Result result) {
    public OwnerRehearsalView {
        policies = List.copyOf(policies);
        drafts = List.copyOf(drafts);
    }

    /**
     * What may be chosen.
     *
     * @param value as the form sends it
     */
    public record Choice(String value, String title, boolean chosen) {}

    /**
     * How far it is.
     *
     * @param title of the draft; empty when nothing is under way
     * @param all 0 while both sides are made ready
     */
    public record Running(String title, int done, int all) {
        public static final Running NOTHING = new Running("", 0, 0);

        public boolean isUnderWay() {
            return !title.isEmpty();
        }
    }

    /**
     * What came of it.
     *
     * @param title of the draft
     * @param from the version that was in force
     * @param to the draft's version
     * @param rows a row an effect
     * @param notCounted why the log has no numbers; empty where it has
     * @param renumbered how many of those listed get the same clause under another number
     * @param groups what is listed, by effect
     */
    public record Result(
            String title,
            String from,
            String to,
            List<Row> rows,
            String notCounted,
            int renumbered,
            List<Group> groups) {
        public static final Result NONE = new Result("", "", "", List.of(), "", 0, List.of());

        public Result {
            rows = List.copyOf(rows);
            groups = List.copyOf(groups);
        }

        public boolean isThere() {
            return !rows.isEmpty();
        }
    }

    /** How many questions: numbers as they are shown. */
    public record Row(String effect, String measuring, String alike, String logged) {}

    /**
     * The questions to which one thing happens.
     *
     * @param more how many are not listed
     */
    public record Group(String code, String effect, List<Line> lines, int more) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One question.
     *
     * @param about how many staff asked it, in words; empty of one that measures
     */
    public record Line(String words, String about, Side before, Side after, String note) {}

    /**
     * Its answer on one side.
     *
     * @param head the clause's number and how strongly it speaks, or that there is none
     * @param statement the clause's words; empty without one
     */
    public record Side(String head, String statement) {}
}
