package org.clausebot.school;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * When a school is open.
 *
 * @param zone such as {@code Europe/London}
 * @param opens each school day
 * @param closes after {@code opens}
 * @param days on which it opens
 * @param closed holidays, both ends included
 */
public record SchoolHours(ZoneId zone, LocalTime opens, LocalTime closes, Set<DayOfWeek> days, List<Closed> closed) {
    public SchoolHours {
        days = Set.copyOf(days);
        closed = List.copyOf(closed);
        if (!opens.isBefore(closes) || days.isEmpty()) {
            throw new IllegalArgumentException("A school opens before it closes, on one day of the week at least");
        }
    }

    /** A holiday. */
    public record Closed(LocalDate from, LocalDate to) {
        public Closed {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("A holiday ends after it begins");
            }
        }
    }
}
