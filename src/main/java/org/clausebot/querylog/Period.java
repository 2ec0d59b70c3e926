package org.clausebot.querylog;

import java.util.List;
import java.util.stream.IntStream;
import org.clausebot.policy.IsoWeek;

/**
 * A stretch of time that is counted as a whole: a week, or one of the blocks of four weeks into which a year is divided. No
 * two of a kind overlap, so that none can be taken from another.
 *
 * @param weeks those in it, in order
 */
public record Period(List<IsoWeek> weeks) {
    private static final int BLOCK = 4;
    private static final int LAST_BLOCK = 13;

    public Period {
        weeks = List.copyOf(weeks);
    }

    static Period of(IsoWeek week) {
        return new Period(List.of(week));
    }

    /** The block that holds {@code week}; a 53rd week belongs to the last. */
    public static Period block(IsoWeek week) {
        int block = Math.min(LAST_BLOCK, (week.week() - 1) / BLOCK + 1);
        int last = block == LAST_BLOCK ? BLOCK * LAST_BLOCK + 1 : block * BLOCK;
        return new Period(IntStream.rangeClosed((block - 1) * BLOCK + 1, last)
                .mapToObj(number -> new IsoWeek(week.year(), number))
                .toList());
    }

    public IsoWeek first() {
        return weeks.getFirst();
    }

    public IsoWeek last() {
        return weeks.getLast();
    }
}
