package org.clausebot.insight;

import java.time.LocalDate;
import java.util.List;
import org.clausebot.policy.IsoWeek;
import org.clausebot.querylog.Period;

/** The days of weeks. */
final class Weeks {
    private static final int DAYS = 7;

    private Weeks() {}

    static LocalDate monday(IsoWeek week) {
        // The fourth of January is in the first week of any year.
        LocalDate first = LocalDate.of(week.year(), 1, 4);
        return first.minusDays(first.getDayOfWeek().getValue() - 1L).plusWeeks(week.week() - 1L);
    }

    /** The last day; of a 53rd week that its year does not have, the last day of the week before. */
    static LocalDate sunday(IsoWeek week) {
        boolean isThere = IsoWeek.of(monday(week)).equals(week);
        return monday(week).plusDays(isThere ? DAYS - 1L : -1L);
    }

    static LocalDate first(Period period) {
        return monday(period.weeks().getFirst());
    }

    static LocalDate last(Period period) {
        List<IsoWeek> weeks = period.weeks();
        return sunday(weeks.getLast());
    }
}
