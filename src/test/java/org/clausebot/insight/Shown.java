package org.clausebot.insight;

import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.clausebot.querylog.LogRows;

/** All that one part of the desk shows, as whoever looks at it for a purpose would write it down. */
@FunctionalInterface
interface Shown {
    /**
     * Everything that is shown on a day.
     *
     * @param keyed the school's secret
     * @return by what is shown (with its period), what stands there
     */
    Map<String, String> of(LogRows rows, UnaryOperator<String> keyed, Clock now);
}
