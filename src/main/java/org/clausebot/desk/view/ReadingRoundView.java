package org.clausebot.desk.view;

import java.util.List;
import org.clausebot.acknowledgement.Checks;

/**
 * One request.
 *
 * @param by the day until which it is asked for; empty for none
 * @param open whether anybody is still asked
 * @param state in words
 * @param everyWeeks how often those outstanding are reminded by themselves; 0 for never
 * @param outstanding those who have not said so yet; empty for a reader, who sees only how many
 * @param done those who have; empty for a reader
 * @param waiting how many may be reminded now
 * @param questions as they are put; empty when the version is no longer in force
 * @param said what came of the last change; empty for none
 */
public record ReadingRoundView(
        OwnerFrame frame,
        String address,
        String title,
        String version,
        String hash,
        String asked,
        String by,
        boolean open,
        String state,
        int everyWeeks,
        int left,
        int have,
        List<Row> outstanding,
        List<Row> done,
        int waiting,
        List<Checks.Put> questions,
        String printed,
        String said) {
    public ReadingRoundView {
        outstanding = List.copyOf(outstanding);
        done = List.copyOf(done);
        questions = List.copyOf(questions);
    }

    /**
     * A person.
     *
     * @param when the day of their acknowledgement, or on which they were written to last
     */
    public record Row(String name, String email, String when, boolean refused) {}

    public int all() {
        return left + have;
    }
}
