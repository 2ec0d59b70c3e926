package org.clausebot.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.clausebot.policy.IsoWeek;

/** The weeks of a simulated year, and how busy each is. */
record SchoolYear(List<IsoWeek> weeks) {
    private static final int WEEKS = 52;
    /** Half-terms, the winter, spring and summer holidays. */
    private static final Set<Integer> HOLIDAYS = Set.of(1, 8, 14, 15, 22, 30, 31, 32, 33, 34, 35, 44, 52, 53);
    /** A new year begins: staff read the policies. */
    private static final Set<Integer> BUSY = Set.of(36, 37, 38);

    SchoolYear {
        weeks = List.copyOf(weeks);
    }

    /** The 52 whole weeks before that of {@code today}. */
    static SchoolYear before(LocalDate today) {
        return new SchoolYear(IntStream.rangeClosed(1, WEEKS)
                .mapToObj(ago -> IsoWeek.of(today.minusWeeks(WEEKS + 1L - ago)))
                .toList());
    }

    /** How many questions there are, against an ordinary week of term. */
    double busy(IsoWeek week) {
        return HOLIDAYS.contains(week.week()) ? 0.04 : BUSY.contains(week.week()) ? 1.6 : 1;
    }

    double through(IsoWeek week) {
        return weeks.indexOf(week) / (double) (weeks.size() - 1);
    }
}
