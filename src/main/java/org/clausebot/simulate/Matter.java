package org.clausebot.simulate;

import java.util.List;
import org.clausebot.policy.IsoWeek;

/**
 * Something that staff of a simulated school ask.
 *
 * @param clause the number of the clause that answers it; empty for none
 * @param share how often it is asked, against the others of its kind
 * @param rises asked more and more often
 * @param winter asked mostly before the winter holidays
 * @param unhelpful mostly not what was asked, say those who vote
 * @param asks patterns of its wordings
 */
record Matter(
        String id,
        Kind kind,
        String clause,
        int share,
        boolean rises,
        boolean winter,
        boolean unhelpful,
        List<String> asks) {
    private static final int WINTER_FROM = 46;
    private static final int WINTER_TO = 51;

    enum Kind {
        GAP,
        COVERED,
        OFF_TOPIC,
        SMALL
    }

    Matter {
        asks = List.copyOf(asks);
    }

    /**
     * How often it is asked in a week, against the others of its kind.
     *
     * @param through how much of the year is over, 0 to 1
     */
    double weight(IsoWeek week, double through) {
        double rising = rises ? 0.35 + 1.3 * through : 1;
        boolean cold = week.week() >= WINTER_FROM && week.week() <= WINTER_TO;
        double season = winter && cold ? 4 : winter ? 0.6 : 1;
        return share * rising * season;
    }
}
