package org.clausebot.desk.view;

import java.util.List;

/**
 * The governors' report of a term, in words; the page and the PDF say the same.
 *
 * @param school its name; may be empty
 * @param terms those that can be chosen
 * @param code of the term, for addresses
 * @param term such as {@code Autumn term 2026}
 * @param dates its first and last day
 * @param made on which day
 * @param numbers how the numbers are to be read, a sentence each
 * @param policies in force, a line each
 * @param weeks a line a week; empty with {@code noWeeks}
 * @param noWeeks why there are none
 * @param unclear in whose questions the matters were found, or that they were not looked for
 */
public record OwnerReportView(
        OwnerFrame frame,
        String school,
        List<TermChoice> terms,
        String code,
        String term,
        String dates,
        String made,
        List<String> numbers,
        List<String> policies,
        List<WeekRow> weeks,
        String noWeeks,
        List<BlockPart> blocks,
        String unclear,
        List<MatterRow> matters,
        List<ChangePart> changes) {
    public OwnerReportView {
        terms = List.copyOf(terms);
        numbers = List.copyOf(numbers);
        policies = List.copyOf(policies);
        weeks = List.copyOf(weeks);
        blocks = List.copyOf(blocks);
        matters = List.copyOf(matters);
        changes = List.copyOf(changes);
    }

    /** A term that can be chosen. */
    public record TermChoice(String code, String name, boolean here) {}

    /** A week: its Monday, and about how many questions were answered, nearly answered, not covered. */
    public record WeekRow(String week, String answered, String nearest, String notCovered) {}

    /** Four weeks, and the clauses that answered most in them. */
    public record BlockPart(String dates, List<ClauseRow> clauses) {
        public BlockPart {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * A clause.
     *
     * @param name its number and policy
     * @param leadIn may be empty
     * @param text its words to the letter; empty when it is no longer in force
     */
    public record ClauseRow(String name, String about, String leadIn, String text) {}

    /** Something that staff asked alike and no clause answered. */
    public record MatterRow(String words, String about, String decided) {}

    /**
     * A version that came into force.
     *
     * @param note as its owner wrote it; may be empty
     * @param did what came before and after, a sentence each
     */
    public record ChangePart(String head, String note, List<String> did) {
        public ChangePart {
            did = List.copyOf(did);
        }
    }
}
