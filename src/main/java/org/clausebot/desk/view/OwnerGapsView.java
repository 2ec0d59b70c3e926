package org.clausebot.desk.view;

import java.util.List;

/**
 * The list of gaps.
 *
 * @param asOf which weeks were looked at, as a sentence; empty before the first four weeks are over
 * @param sampled whether a part of the questions stands for all
 * @param open what nothing was decided of
 * @param decided what something was decided of
 * @param gone what was decided of matters that are not among those found now
 * @param said what has just been done; empty for nothing
 */
public record OwnerGapsView(
        OwnerFrame frame,
        String asOf,
        boolean sampled,
        List<Row> open,
        List<Row> decided,
        List<Row> gone,
        String said) {
    public OwnerGapsView {
        open = List.copyOf(open);
        decided = List.copyOf(decided);
        gone = List.copyOf(gone);
    }

    /**
     * A gap.
     *
     * @param about people-weeks; empty where it was not found this time
     * @param decision what was decided, in words; empty for nothing
     */
    public record Row(String id, String name, String about, String decision) {
        public String address() {
            return "/desk/policies/gaps/" + id;
        }
    }
}
