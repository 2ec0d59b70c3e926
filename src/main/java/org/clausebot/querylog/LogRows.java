package org.clausebot.querylog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;

/** Where the log is kept. Whatever its order on the disk, it must not be that in which questions came. */
public interface LogRows {
    /**
     * Puts a week's entries in place of those that are there, in one step and in an order that tells nothing: written anew
     * from the first to the last, sorted by their random ids, and with nothing of the older form left in the file or
     * beside it.
     *
     * @param change is given the entries that are there, and gives those that are to be
     * @param urgent how many urgent messages to add to the week's count, 0 or more
     */
    void rewrite(SchoolId school, IsoWeek week, UnaryOperator<List<Entry>> change, int urgent);

    List<Entry> entries(SchoolId school, IsoWeek week);

    /** How many urgent messages there were. */
    int urgent(SchoolId school, IsoWeek week);

    /**
     * Deletes all weeks before {@code first}, so that nothing of them can be read from the file.
     *
     * @return how many entries were deleted
     */
    int purge(IsoWeek first);

    /** The keyed hashes of those who are not logged. */
    Set<String> silent();

    /** Adds or takes away such hashes. */
    void silent(Map<String, Boolean> changes);
}
