package org.clausebot.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.clausebot.policy.IsoWeek;
import org.clausebot.querylog.Period;

/** The blocks of four weeks of which something may be shown: over, and wholly kept. */
public final class Blocks {
    /** By then every entry of the last week is written. */
    private static final int DAYS_AFTER = 2;

    private Blocks() {}

    /** @param weeksKept after how many weeks an entry of the log is deleted */
    public static List<Period> over(LocalDate today, int weeksKept) {
        IsoWeek first = IsoWeek.of(today.minusWeeks(weeksKept));
        IsoWeek now = IsoWeek.of(today.minusDays(DAYS_AFTER));
        return IntStream.rangeClosed(0, weeksKept)
                .mapToObj(ago -> Period.block(IsoWeek.of(today.minusWeeks(weeksKept - (long) ago))))
                .distinct()
                .filter(block -> block.first().compareTo(first) >= 0
                        && block.last().compareTo(now) < 0)
                .toList();
    }
}
