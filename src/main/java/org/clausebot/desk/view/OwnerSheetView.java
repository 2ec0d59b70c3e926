package org.clausebot.desk.view;

import java.util.List;

/**
 * A policy as staff use it: every clause as printed, with its numbers and what was asked for it.
 *
 * @param id the policy's
 * @param policies all in force, to choose one
 * @param blocks of four weeks, to choose one; empty while none is over
 * @param block the chosen one in words; empty for none
 * @param unusedOnly whether only clauses are shown that no block counts
 * @param unused how many such there are
 * @param parts its sections in order
 */
public record OwnerSheetView(
        OwnerFrame frame,
        String id,
        String title,
        String version,
        List<Choice> policies,
        List<Choice> blocks,
        String block,
        boolean unusedOnly,
        int unused,
        int clauses,
        List<Part> parts) {
    public OwnerSheetView {
        policies = List.copyOf(policies);
        blocks = List.copyOf(blocks);
        parts = List.copyOf(parts);
    }

    /**
     * A section.
     *
     * @param level 2 (outermost) to 6, as in {@code h2}
     * @param title as printed; empty for what stands before the first heading
     */
    public record Part(int level, String anchor, String title, List<Group> groups) {
        public Part {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Clauses that share a lead-in.
     *
     * @param id of the lead-in's element; empty when there is none
     * @param leadIn shown once before them; empty when there is none or it stands right above as a clause
     */
    public record Group(String id, String leadIn, List<Item> items) {
        public Group {
            items = List.copyOf(items);
        }
    }

    /**
     * A clause.
     *
     * @param label its number, or a bullet
     * @param name its address in words
     * @param bullet whether the document prints a bullet and no number
     * @param bars its numbers; empty where none can be shown
     * @param asked what staff asked for it, in their redacted words; may be empty
     */
    public record Item(
            String anchor, String label, String name, String text, boolean bullet, List<Bar> bars, List<String> asked) {
        public Item {
            bars = List.copyOf(bars);
            asked = List.copyOf(asked);
        }
    }

    /**
     * A number of a clause.
     *
     * @param kind {@code asked}, {@code helpful} or {@code not-asked}
     * @param length of its bar, 0 to 100; 0 where it is too few to be shown
     */
    public record Bar(String kind, String title, String about, int length) {}
}
